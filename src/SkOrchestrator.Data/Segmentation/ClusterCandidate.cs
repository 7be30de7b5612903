namespace SkOrchestrator.Data.Segmentation;

/// <summary>A number of clusters that was tried.</summary>
/// <param name="Centroids">The fit.</param>
/// <param name="SmallestShare">Share of the smallest cluster in the sample.</param>
/// <param name="Silhouettes">Mean silhouette of each cluster on the evaluated rows; null where none of its rows was evaluated.</param>
/// <param name="Silhouette">Mean silhouette over all evaluated rows.</param>
/// <param name="Stability">Mean adjusted Rand index over the refits; null with too few rows to refit.</param>
internal sealed record ClusterCandidate(
    IReadOnlyList<double[]> Centroids, double SmallestShare, IReadOnlyList<double?> Silhouettes, double Silhouette, double? Stability)
{
    /// <summary>
    /// Silhouette times stability, negative values as 0: clusters must be apart <em>and</em> come back on other data. A product, because neither makes
    /// up for the lack of the other.
    /// </summary>
    public double Score => Math.Max(0, Silhouette) * Math.Max(0, Stability ?? 1);
}
