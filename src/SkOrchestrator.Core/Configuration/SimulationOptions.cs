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
}
