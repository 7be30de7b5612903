using System.Globalization;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>
/// Chooses the number of clusters by silhouette (Rousseeuw, 1987) and by stability under refits on bootstrap samples (Hennig, Cluster-wise assessment of
/// cluster stability, 2007).
/// </summary>
internal sealed class ClusterSelection(int seed)
{
    private const int Restarts = 3;
    private const int Refits = 5;
    private const int EvaluatedRows = 2000;

    /// <summary>The number of clusters is chosen on so many rows; only the chosen one is fitted on all of the sample.</summary>
    private const int ComparedRows = 5_000;

    /// <summary>Below so many rows a bootstrap sample says nothing.</summary>
    private const int FewestRowsToRefit = 30;

    private readonly List<string> _notes = [];

    /// <summary>How every number of clusters did.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Fits every allowed number of clusters and returns the best.</summary>
    /// <param name="rows">Encoded features of the sample, in hash order, so that its beginning is a sample too.</param>
    /// <param name="minimum">Smallest number of clusters; lowered when fewer rows differ.</param>
    /// <param name="maximum">Largest number of clusters.</param>
    /// <param name="smallestShare">Share of the customers a cluster should have; numbers of clusters that keep to it come first.</param>
    public ClusterModel Choose(IReadOnlyList<double[]> rows, int minimum, int maximum, double smallestShare)
    {
        var distinct = DistinctRows(rows, maximum);
        if (distinct < minimum)
        {
            _notes.Add($"Only {Text(distinct)} customers differ in the features, so there can't be {Text(minimum)} segments.");
        }

        if (distinct < 2 || rows.Count < 3)
        {
            _notes.Add("All customers form one segment: there is nothing to tell them apart by.");
            return Everyone(rows);
        }

        var highest = Math.Min(maximum, distinct);
        var lowest = Math.Min(minimum, highest);
        var compared = rows.Take(ComparedRows).ToList();
        var candidates = Enumerable.Range(lowest, highest - lowest + 1).Select(k => Try(compared, k)).ToList();
        if (candidates.All(c => c.SmallestShare < smallestShare))
        {
            _notes.Add("Every number of segments leaves one under the privacy minimum, so small ones were put to their nearest neighbours.");
            candidates = [.. candidates.Select(c => Merge(compared, c, smallestShare))];
        }

        var best = candidates
            .OrderByDescending(c => c.SmallestShare >= smallestShare)
            .ThenByDescending(c => Math.Min(c.Centroids.Count, minimum))
            .ThenByDescending(c => c.Score)
            .ThenByDescending(c => c.Silhouette)
            .ThenBy(c => c.Centroids.Count)
            .First();
        if (best.Centroids.Count == 1)
        {
            _notes.Add("All customers form one segment: any split would leave a group under the privacy minimum.");
            return Everyone(rows);
        }

        _notes.Add($"{Text(best.Centroids.Count)} segments were chosen: the best product of silhouette and stability"
            + (best.SmallestShare >= smallestShare ? "." : ", although the smallest is under the privacy minimum."));
        if (compared.Count == rows.Count)
        {
            return new(best.Centroids, best.Silhouettes, best.Stability);
        }

        var centroids = WithoutSmall(rows, KMeans.Fit(rows, best.Centroids.Count, Restarts, seed), smallestShare);
        if (centroids.Count == 1)
        {
            return Everyone(rows);
        }

        var evaluated = rows.Take(EvaluatedRows).ToList();
        return new(centroids, ByCluster(evaluated, KMeans.Assign(evaluated, centroids), centroids.Count).Silhouettes, best.Stability);
    }

    private static ClusterModel Everyone(IReadOnlyList<double[]> rows) => new([new double[rows[0].Length]], [null], null);

    /// <summary>The centroids without those that too few rows are nearest to, the smallest first; one of them stays.</summary>
    private static IReadOnlyList<double[]> WithoutSmall(IReadOnlyList<double[]> rows, IReadOnlyList<double[]> centroids, double smallestShare)
    {
        while (centroids.Count > 1)
        {
            var sizes = KMeans.Assign(rows, centroids).CountBy(c => c).ToDictionary();
            var (smallest, size) = Enumerable.Range(0, centroids.Count).Select(c => (c, sizes.GetValueOrDefault(c))).MinBy(c => c.Item2);
            if ((double)size / rows.Count >= smallestShare)
            {
                break;
            }

            centroids = [.. centroids.Where((_, c) => c != smallest)];
        }

        return centroids;
    }

    private ClusterCandidate Merge(IReadOnlyList<double[]> rows, ClusterCandidate candidate, double smallestShare)
    {
        var centroids = WithoutSmall(rows, candidate.Centroids, smallestShare);
        if (centroids.Count == 1)
        {
            return new(centroids, 1, [null], 0, null);
        }

        var evaluated = rows.Take(EvaluatedRows).ToList();
        var groups = KMeans.Assign(evaluated, centroids);
        var (silhouette, silhouettes) = ByCluster(evaluated, groups, centroids.Count);
        return new(centroids, Smallest(KMeans.Assign(rows, centroids)), silhouettes, silhouette, Stability(evaluated, groups, centroids.Count));
    }

    private static double Smallest(int[] groups) => (double)groups.CountBy(c => c).Min(c => c.Value) / groups.Length;

    private static (double Silhouette, List<double?> Silhouettes) ByCluster(List<double[]> rows, int[] groups, int clusters)
    {
        var widths = Silhouette.OfRows(rows, groups);
        return (widths.Average(), [.. Enumerable.Range(0, clusters).Select(c => Mean(widths.Where((_, i) => groups[i] == c)))]);
    }

    private ClusterCandidate Try(IReadOnlyList<double[]> rows, int clusters)
    {
        var centroids = KMeans.Fit(rows, clusters, Restarts, seed);
        var all = KMeans.Assign(rows, centroids);
        var evaluated = rows.Take(EvaluatedRows).ToList();
        var groups = all[..evaluated.Count];
        var (silhouette, silhouettes) = ByCluster(evaluated, groups, centroids.Count);
        var candidate = new ClusterCandidate(centroids, Smallest(all), silhouettes, silhouette, Stability(evaluated, groups, clusters));
        _notes.Add($"k = {Text(clusters)}: silhouette {Text(candidate.Silhouette)}, stability "
            + (candidate.Stability is { } stability ? Text(stability) : "not measured") + $", score {Text(candidate.Score)}.");
        return candidate;
    }

    private double? Stability(List<double[]> rows, int[] groups, int clusters)
    {
        if (rows.Count < FewestRowsToRefit)
        {
            return null;
        }

        var random = new Random(unchecked(seed + (104729 * clusters)));
        var indices = new List<double>();
        for (var refit = 0; refit < Refits; refit++)
        {
            var sample = Enumerable.Range(0, rows.Count).Select(_ => rows[random.Next(rows.Count)]).ToList();
            if (DistinctRows(sample, clusters) >= clusters)
            {
                indices.Add(AdjustedRandIndex.Of(groups, KMeans.Assign(rows, KMeans.Fit(sample, clusters, restarts: 1, seed + refit))));
            }
        }

        return Mean(indices);
    }

    /// <summary>How many rows differ in single precision, which ML.NET uses; counts no further than needed.</summary>
    private static int DistinctRows(IReadOnlyList<double[]> rows, int enough)
    {
        var distinct = new List<float[]>();
        foreach (var row in rows)
        {
            var single = Array.ConvertAll(row, x => (float)x);
            if (!distinct.Any(d => d.AsSpan().SequenceEqual(single)))
            {
                distinct.Add(single);
            }

            if (distinct.Count >= enough)
            {
                break;
            }
        }

        return distinct.Count;
    }

    private static double? Mean(IEnumerable<double> values)
    {
        var list = values.ToList();
        return list.Count == 0 ? null : list.Average();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);
}
