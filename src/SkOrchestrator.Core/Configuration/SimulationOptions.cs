using SkOrchestrator.Identity;

namespace SkOrchestrator.Configuration;

/// <summary>The declared rate table of simulated engagement: there is no effect beyond what stands here.</summary>
public sealed record SimulationOptions
{
    /// <summary>Base rates by metric, between 0 and 1.</summary>
    public IReadOnlyDictionary<string, double> BaseRates { get; init; } = new Dictionary<string, double>();

    /// <summary>Mean order value of a conversion, in the currency of the customer file.</summary>
    public double RevenueMean { get; init; } = 60;

    /// <summary>Standard deviation of the logarithm of the order value.</summary>
    public double RevenueSigma { get; init; } = 0.6;

    /// <summary>Declared relative lift in percent, by arm and metric; missing = 0.</summary>
    public IReadOnlyDictionary<ArmId, IReadOnlyDictionary<string, double>> DeclaredLiftPercent { get; init; } =
        new Dictionary<ArmId, IReadOnlyDictionary<string, double>>();

    /// <summary>How much customers differ around the base rate; 0 = all alike, below 1.</summary>
    public double Spread { get; init; } = 0.3;

    /// <summary>
    /// The relative lift in percent that holds for an arm: what is drawn, and what stands beside each estimate. A rate has the lift declared for it, 0 when
    /// none is. Revenue per recipient has the lift declared for it, whatever conversion does: the order value makes up the difference. When none is declared
    /// for revenue it has the lift of the conversion rate. Where nobody converts there is no revenue, so its lift is -100.
    /// </summary>
    public double LiftPercent(ArmId arm, string metric)
    {
        if (metric != Metric.RevenuePerRecipient)
        {
            return Declared(arm, metric) ?? 0;
        }

        var conversion = Declared(arm, Metric.ConversionRate) ?? 0;
        return conversion <= -100 ? -100 : Declared(arm, metric) ?? conversion;
    }

    private double? Declared(ArmId arm, string metric) =>
        DeclaredLiftPercent.TryGetValue(arm, out var lifts) && lifts.TryGetValue(metric, out var lift) ? lift : null;
}
