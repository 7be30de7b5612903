using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>k-means: fitted on a sample, applied in SQL to everyone.</summary>
internal sealed class ClusteringStrategy(DuckDBConnection connection, SegmentationOptions options, long customers, int seed) : ISegmentationStrategy
{
    /// <inheritdoc/>
    public string Method => "kmeans";

    /// <inheritdoc/>
    public IReadOnlyList<SegmentGroup> Assign(IReadOnlyList<Feature> features, ICollection<string> notes)
    {
        var dimensions = features.Where(f => f.CountsInDistance).SelectMany(f => f.Encode()).ToList();
        if (dimensions.Count == 0)
        {
            notes.Add("No column tells the customers apart, so all of them form one segment.");
            return One();
        }

        var rows = Sample(dimensions);
        if (rows.Count < customers)
        {
            notes.Add($"The clusters were fitted on {Text(rows.Count)} of {Text(customers)} customers.");
        }

        var selection = new ClusterSelection(seed);
        var model = selection.Choose(rows, options.MinimumClusters, options.MaximumClusters, (double)options.MinimumGroup / customers);
        foreach (var note in selection.Notes)
        {
            notes.Add(note);
        }

        if (model.Centroids.Count == 1)
        {
            return One();
        }

        connection.Run(Distances(dimensions, model.Centroids));
        return [.. model.Silhouettes.Select(s => new SegmentGroup(Rounded(s), Rounded(model.Stability)))];
    }

    private IReadOnlyList<SegmentGroup> One()
    {
        connection.Run(SegmentationSql.Script("segment_one"));
        return [new(null, null)];
    }

    private List<double[]> Sample(List<string> dimensions) => connection.Query(SegmentationSql.Script(
            "segment_sample",
            ("dimensions", string.Join(", ", dimensions)),
            ("salt", SegmentationSql.Literal($":{Text(seed)}")),
            ("limit", Text(options.SampleSize))),
        r => Enumerable.Range(0, dimensions.Count).Select(r.GetDouble).ToArray());

    private static string Distances(List<string> dimensions, IReadOnlyList<double[]> centroids)
    {
        var clusters = Enumerable.Range(0, centroids.Count).Select(Text).ToList();
        var squares = centroids.Select((centroid, c) => $"{string.Join(" + ", centroid.Select(Square))} AS s{clusters[c]}");
        var others = clusters.Select(c => $"CASE WHEN segment_group = {c} THEN 'inf'::DOUBLE ELSE s{c} END").ToList();
        return SegmentationSql.Script(
            "segment_distances",
            ("dimensions", string.Join(", ", dimensions.Select((d, i) => $"{d} AS e{Text(i)}"))),
            ("distances", string.Join(", ", squares)),
            ("all", string.Join(", ", clusters.Select(c => $"s{c}"))),
            ("which", string.Join(' ', clusters.Select(c => $"WHEN s{c} THEN {c}"))),
            ("others", string.Join(", ", others)),
            ("which_other", string.Join(' ', others.Select((o, c) => $"WHEN {o} THEN {clusters[c]}"))));

        static string Square(double center, int dimension)
        {
            var difference = $"(e{Text(dimension)} - {SegmentationSql.Literal(center)})";
            return $"{difference} * {difference}";
        }
    }

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 4) : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
