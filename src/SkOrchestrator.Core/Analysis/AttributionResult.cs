namespace SkOrchestrator.Analysis;

/// <summary>How a feature level goes with engagement; an association, not an effect.</summary>
/// <param name="Feature">The feature in words.</param>
/// <param name="Level">The level.</param>
/// <param name="Metric">The metric.</param>
/// <param name="OddsRatio">Odds ratio, stratified over arms.</param>
/// <param name="CiLow">Lower bound.</param>
/// <param name="CiHigh">Upper bound.</param>
/// <param name="PValueAdjusted">p-value, Benjamini–Hochberg over the table.</param>
public sealed record AttributionResult(
    string Feature, string Level, string Metric, double? OddsRatio, double? CiLow, double? CiHigh, double? PValueAdjusted);
