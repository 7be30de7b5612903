using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Who can be assigned to what.</summary>
/// <param name="Segments">Segments that take part.</param>
/// <param name="LeftOut">Segments without an approved treatment; their customers leave with <c>no_approved_variant</c>.</param>
public sealed record ExperimentDesign(IReadOnlyList<SegmentArms> Segments, IReadOnlyList<SegmentId> LeftOut);
