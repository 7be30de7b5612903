using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>How many customers of an arm got as far as a stage where customers can be lost.</summary>
/// <param name="Stage">One of <see cref="StageName"/>.</param>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Count">Customers.</param>
public sealed record StageCount(string Stage, SegmentId SegmentId, ArmId Arm, long Count);
