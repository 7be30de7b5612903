namespace SkOrchestrator.Analysis;

/// <summary>Observed and planned counts of one segment. After assignment, planned is what equal loss in all arms would leave.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Observed">Customers by arm.</param>
/// <param name="Expected">Planned customers by arm.</param>
/// <param name="ChiSquare">Chi-square of the segment.</param>
/// <param name="DegreesOfFreedom">Active arms − 1.</param>
/// <param name="PValue">p-value.</param>
public sealed record SegmentSampleRatio(
    string Segment,
    IReadOnlyDictionary<string, long> Observed,
    IReadOnlyDictionary<string, double> Expected,
    double? ChiSquare,
    int DegreesOfFreedom,
    double? PValue);
