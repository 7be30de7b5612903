using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>The arms of one segment, control first.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arms">Its arms; only approved variants.</param>
public sealed record SegmentArms(SegmentId SegmentId, IReadOnlyList<ArmShare> Arms);
