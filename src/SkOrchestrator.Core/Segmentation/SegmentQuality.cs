namespace SkOrchestrator.Segmentation;

/// <summary>How well a segment holds together.</summary>
/// <param name="Silhouette">Mean silhouette of its customers, −1 to 1, on a sample; null for rules.</param>
/// <param name="Stability">Mean adjusted Rand index over refits on bootstrap samples, at most 1; null for rules.</param>
/// <param name="MeanConfidence">Mean confidence of its customers, 0 to 1.</param>
public sealed record SegmentQuality(double? Silhouette, double? Stability, double MeanConfidence);
