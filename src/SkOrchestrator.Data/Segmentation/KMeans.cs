using System.Runtime.CompilerServices;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>k-means by ML.NET, started by k-means++ (Arthur and Vassilvitskii, 2007), on one thread and seeded, so that it is repeatable.</summary>
internal static class KMeans
{
    /// <summary>The centroids of the best of several starts, in lexicographic order; may be fewer than asked for.</summary>
    /// <param name="rows">Encoded features; at least <paramref name="clusters"/> of them must differ.</param>
    /// <param name="clusters">How many clusters.</param>
    /// <param name="restarts">How many starts; the one with the smallest inertia wins.</param>
    /// <param name="seed">The seed of the first start.</param>
    public static IReadOnlyList<double[]> Fit(IReadOnlyList<double[]> rows, int clusters, int restarts, int seed)
    {
        var length = rows[0].Length;
        var schema = SchemaDefinition.Create(typeof(KMeansRow));
        schema[nameof(KMeansRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, length);
        var data = rows.Select(r => new KMeansRow { Features = Array.ConvertAll(r, x => (float)x) }).ToList();
        return Enumerable.Range(0, restarts)
            .Select(restart => Start(data, schema, clusters, unchecked(seed + (7919 * restart))))
            .Select(centroids => WithoutEmpty(rows, centroids))
            .MinBy(c => Inertia(rows, c))!;
    }

    /// <summary>The nearest centroid of each row; the lower one of two at the same distance.</summary>
    public static int[] Assign(IReadOnlyList<double[]> rows, IReadOnlyList<double[]> centroids) => [.. rows.Select(r => Nearest(r, centroids).Cluster)];

    private static IReadOnlyList<double[]> Start(List<KMeansRow> data, SchemaDefinition schema, int clusters, int seed)
    {
        var ml = new MLContext(seed);
        var trainer = ml.Clustering.Trainers.KMeans(new KMeansTrainer.Options
        {
            FeatureColumnName = nameof(KMeansRow.Features),
            NumberOfClusters = clusters,
            InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            MaximumNumberOfIterations = 100,
            OptimizationTolerance = 1e-4f,
            NumberOfThreads = 1,
        });
        VBuffer<float>[]? centroids = null;
        trainer.Fit(ml.Data.LoadFromEnumerable(data, schema)).Model.GetClusterCentroids(ref centroids, out _);
        return [.. centroids!.Select(c => c.DenseValues().Select(x => (double)x).ToArray()).Order(Comparer<double[]>.Create(Lexicographic))];
    }

    private static IReadOnlyList<double[]> WithoutEmpty(IReadOnlyList<double[]> rows, IReadOnlyList<double[]> centroids)
    {
        var used = Assign(rows, centroids).ToHashSet();
        return [.. centroids.Where((_, i) => used.Contains(i))];
    }

    private static double Inertia(IReadOnlyList<double[]> rows, IReadOnlyList<double[]> centroids) => rows.Sum(r => Nearest(r, centroids).Square);

    // Optimised at once: it runs millions of times within the first second of the process.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Cluster, double Square) Nearest(double[] row, IReadOnlyList<double[]> centroids)
    {
        var best = (Cluster: 0, Square: double.PositiveInfinity);
        for (var c = 0; c < centroids.Count; c++)
        {
            var centroid = centroids[c];
            var square = 0.0;
            for (var i = 0; i < row.Length; i++)
            {
                var difference = row[i] - centroid[i];
                square += difference * difference;
            }

            best = square < best.Square ? (c, square) : best;
        }

        return best;
    }

    private static int Lexicographic(double[] one, double[] other) => one.AsSpan().SequenceCompareTo(other);
}
