namespace SkOrchestrator.Segmentation;

/// <summary>A feature in which a segment differs from everyone.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Name">The feature in words.</param>
/// <param name="Trait">The direction: <c>high</c>, <c>low</c>, <c>yes</c>, <c>no</c> or a category value.</param>
/// <param name="SegmentValue">Mean, or share between 0 and 1, in the segment.</param>
/// <param name="OverallValue">The same over all segmented customers.</param>
/// <param name="EffectSize">Standardised mean difference, or Cohen's h for shares; signed.</param>
/// <param name="IsShare">Whether the values are shares.</param>
public sealed record DefiningFeature(
    string Feature, string Name, string Trait, double SegmentValue, double OverallValue, double EffectSize, bool IsShare);
