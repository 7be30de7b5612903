using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>What a segment is like.</summary>
/// <param name="Statistics">Every feature, in column order.</param>
/// <param name="Traits">What defines it, strongest first.</param>
/// <param name="Place">The country most of its customers live in, or null.</param>
internal sealed record SegmentProfile(IReadOnlyList<SegmentStatistic> Statistics, IReadOnlyList<ProfileTrait> Traits, string? Place);
