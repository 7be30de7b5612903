namespace SkOrchestrator.Data.Segmentation;

/// <summary>The chosen clusters.</summary>
/// <param name="Centroids">Their centres in encoded features, in lexicographic order.</param>
/// <param name="Silhouettes">Mean silhouette of each; null when it was not measured.</param>
/// <param name="Stability">Mean adjusted Rand index over refits; null when it was not measured.</param>
internal sealed record ClusterModel(IReadOnlyList<double[]> Centroids, IReadOnlyList<double?> Silhouettes, double? Stability);
