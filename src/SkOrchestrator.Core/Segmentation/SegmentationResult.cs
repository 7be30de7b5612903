namespace SkOrchestrator.Segmentation;

/// <summary>What segmentation found; who is in which segment stands in the table <c>segment_assignments</c>.</summary>
/// <param name="Segments">The segments, largest first; empty when there are no customers.</param>
/// <param name="Statistics">The distribution of every feature in every segment, in segment and column order.</param>
/// <param name="Notes">What a reader must know: how the number of segments was chosen, what was missing, dropped or transformed.</param>
public sealed record SegmentationResult(
    IReadOnlyList<Segment> Segments, IReadOnlyList<SegmentStatistic> Statistics, IReadOnlyList<string> Notes);
