namespace SkOrchestrator.Segmentation;

/// <summary>What the label of a segment is made of.</summary>
/// <param name="Traits">Its traits, strongest first.</param>
/// <param name="Place">Where most of its customers live, or null.</param>
public sealed record LabelSource(IReadOnlyList<SegmentTrait> Traits, string? Place = null);
