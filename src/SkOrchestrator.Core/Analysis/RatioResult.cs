namespace SkOrchestrator.Analysis;

/// <summary>A ratio of sums by arm with the recipient as the unit (delta method). Descriptive: its denominator comes after the mail.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Ratio">Numerator over denominator; null without a denominator.</param>
/// <param name="Difference">Arm − control; null for control.</param>
public sealed record RatioResult(string Name, string Arm, double? Ratio, Interval? Difference)
{
    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
