namespace SkOrchestrator.Analysis;

/// <summary>One metric of one arm: a rate with successes and trials, or a mean with n and sd.</summary>
public sealed record MetricSummary
{
    /// <summary>Successes of a rate.</summary>
    public long? Successes { get; init; }

    /// <summary>Customers behind a rate.</summary>
    public long? Trials { get; init; }

    /// <summary>The rate, 0 to 1; null without customers.</summary>
    public double? Rate { get; init; }

    /// <summary>Customers behind a mean.</summary>
    public long? N { get; init; }

    /// <summary>The mean.</summary>
    public double? Mean { get; init; }

    /// <summary>Sample standard deviation.</summary>
    public double? Sd { get; init; }

    /// <summary>Lower bound of the rate or mean.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper bound of the rate or mean.</summary>
    public double? CiHigh { get; init; }
}
