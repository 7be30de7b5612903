namespace SkOrchestrator.Analysis;

/// <summary>The arms in order, over the segments that have all of them, on the primary metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="SegmentsIncluded">The segments where all arms exist.</param>
/// <param name="PopulationShare">Share of the assigned customers in them.</param>
/// <param name="Arms">The arms, the most promising first.</param>
public sealed record RankingResult(string Metric, IReadOnlyList<string> SegmentsIncluded, double? PopulationShare, IReadOnlyList<RankedArm> Arms)
{
    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
