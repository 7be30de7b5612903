using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>An arm of one segment with the message it sends.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="VariantId">The approved variant it sends.</param>
/// <param name="Weight">Planned share of the segment's customers; the shares of a segment add up to 1.</param>
public sealed record ArmShare(ArmId Arm, VariantId VariantId, double Weight);
