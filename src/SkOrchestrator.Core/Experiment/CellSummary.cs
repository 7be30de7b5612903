using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Everything statistics need to know of one metric in one arm of one segment. Cells of partitions add up.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Count">Assigned customers.</param>
/// <param name="Sum">Sum of the values; the successes of a rate.</param>
/// <param name="SumOfSquares">Sum of the squared values; equals <paramref name="Sum"/> for a rate.</param>
public sealed record CellSummary(SegmentId SegmentId, ArmId Arm, string Metric, long Count, double Sum, double SumOfSquares);
