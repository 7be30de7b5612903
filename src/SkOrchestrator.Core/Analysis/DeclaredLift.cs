using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>The lift that a simulation declares, in percent, as <see cref="SimulationOptions.LiftPercent"/> defines it.</summary>
internal static class DeclaredLift
{
    /// <summary>The mean lift of several arms, weighted by their customers; null without customers.</summary>
    public static double? Of(SimulationOptions simulation, IReadOnlyCollection<(ArmId Arm, long Customers)> arms, string metric)
    {
        double customers = arms.Sum(a => (double)a.Customers);
        return customers == 0 ? null : arms.Sum(a => simulation.LiftPercent(a.Arm, metric) * (a.Customers / customers));
    }
}
