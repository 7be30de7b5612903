using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>A group that a strategy made, before it is numbered and named.</summary>
/// <param name="Silhouette">Mean silhouette of its customers; null when not measured.</param>
/// <param name="Stability">Stability of the grouping; null when not measured.</param>
/// <param name="Rule">The rule that made it; null for clusters.</param>
internal sealed record SegmentGroup(double? Silhouette, double? Stability, SegmentRule? Rule = null);
