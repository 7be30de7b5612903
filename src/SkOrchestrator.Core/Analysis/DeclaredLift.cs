using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The lift that a simulation declares, in percent. A rate has the lift declared for it, 0 when none is. Revenue per recipient is conversion rate times
/// order value: it has at least the lift of the conversion rate, and a lift declared for revenue itself acts on the order value and multiplies.
/// </summary>
internal sealed class DeclaredLift(SimulationOptions simulation)
{
    /// <summary>The lift of one arm.</summary>
    public double Of(ArmId arm, string metric) =>
        metric == Metric.RevenuePerRecipient
            ? ((1 + (Declared(arm, Metric.ConversionRate) / 100)) * (1 + (Declared(arm, metric) / 100)) * 100) - 100
            : Declared(arm, metric);

    /// <summary>The mean lift of several arms, weighted by their customers; null without customers.</summary>
    public double? Of(IReadOnlyCollection<(ArmId Arm, long Customers)> arms, string metric)
    {
        double customers = arms.Sum(a => (double)a.Customers);
        return customers == 0 ? null : arms.Sum(a => Of(a.Arm, metric) * (a.Customers / customers));
    }

    private double Declared(ArmId arm, string metric) =>
        simulation.DeclaredLiftPercent.TryGetValue(arm, out IReadOnlyDictionary<string, double>? lifts) && lifts.TryGetValue(metric, out double lift)
            ? lift
            : 0;
}
