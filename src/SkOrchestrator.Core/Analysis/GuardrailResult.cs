namespace SkOrchestrator.Analysis;

/// <summary>A rate that must not get worse, as a non-inferiority test against a declared margin.</summary>
/// <param name="Metric">The rate.</param>
/// <param name="Arm">The treatment; control only where it reaches the hard limit.</param>
/// <param name="Estimate">Treatment − control, as a fraction.</param>
/// <param name="CiHigh">Upper bound of the difference.</param>
/// <param name="Margin">The largest difference that is tolerated, as a fraction; where only the hard limit was checked, that limit.</param>
/// <param name="Passed">Whether the upper bound is below the margin.</param>
public sealed record GuardrailResult(string Metric, string Arm, double? Estimate, double? CiHigh, double Margin, bool Passed)
{
    /// <summary>Lower bound of the difference.</summary>
    public double? CiLow { get; init; }

    /// <summary>Customers of the arm with the event.</summary>
    public long? Events { get; init; }

    /// <summary>Customers of the arm.</summary>
    public long? Customers { get; init; }

    /// <summary>The arm's rate.</summary>
    public double? Rate { get; init; }

    /// <summary>Control's rate.</summary>
    public double? ControlRate { get; init; }

    /// <summary>One of <see cref="GuardrailOutcome"/>.</summary>
    public string Outcome { get; init; } = GuardrailOutcome.Unclear;

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
