namespace SkOrchestrator.Analysis;

/// <summary>How a feature level goes with engagement; an association, not an effect.</summary>
/// <param name="Feature">The feature in words.</param>
/// <param name="Level">The level.</param>
/// <param name="Metric">The metric.</param>
/// <param name="OddsRatio">Odds ratio against the reference, with the arm and all other features held fixed; null where it can't be estimated.</param>
/// <param name="CiLow">Lower bound.</param>
/// <param name="CiHigh">Upper bound.</param>
/// <param name="PValueAdjusted">p-value, Benjamini–Hochberg over the table.</param>
public sealed record AttributionResult(
    string Feature, string Level, string Metric, double? OddsRatio, double? CiLow, double? CiHigh, double? PValueAdjusted)
{
    /// <summary>The level that it is compared with; null = all other customers.</summary>
    public string? Reference { get; init; }

    /// <summary>Why there is no odds ratio; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
