using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Customers of one arm in one segment.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="VariantId">The variant the arm sends.</param>
/// <param name="Count">Assigned customers.</param>
public sealed record AssignmentCount(SegmentId SegmentId, ArmId Arm, VariantId VariantId, long Count);
