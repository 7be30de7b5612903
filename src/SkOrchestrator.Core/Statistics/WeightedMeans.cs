namespace SkOrchestrator.Statistics;

/// <summary>One stratum of a stratified comparison of means.</summary>
/// <param name="Weight">Share of the stratum; any positive numbers.</param>
/// <param name="Control">Control.</param>
/// <param name="Treatment">Treatment.</param>
internal sealed record WeightedMeans(double Weight, MeanSummary Control, MeanSummary Treatment);
