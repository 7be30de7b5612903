using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>
/// Puts every customer of the view <c>eligible</c> into exactly one segment. Writes the table
/// <c>segment_assignments(customer_id, segment_id, confidence, runner_up, reason)</c>. The same customers and seed give the same segments, whatever
/// the order of the rows.
/// </summary>
public static class CustomerSegmenter
{
    /// <summary>Segments the customers.</summary>
    /// <param name="connection">The campaign's database with the view <c>eligible</c>.</param>
    /// <param name="options">The segmentation configuration.</param>
    /// <param name="columns">The columns of the customer file with their roles, in file order. Country and language count in the distance only
    /// where <paramref name="options"/> lists them with a weight above 0.</param>
    /// <param name="seed">The seed of the sample and of the clustering.</param>
    /// <exception cref="Diagnostics.InvalidInputException">A condition of an audience or a rule can't be used; all of them are reported.</exception>
    public static SegmentationResult Run(DuckDBConnection connection, SegmentationOptions options, IReadOnlyList<ColumnOptions> columns, int seed)
    {
        new ConditionChecker(connection, options).Check();
        var reader = new FeatureReader(connection, options, columns);
        var features = reader.Read();
        if (reader.Customers == 0)
        {
            connection.Run(SegmentationSql.Script("segment_none"));
            connection.Run(SegmentationSql.Script("segment_cleanup"));
            return new([], [], ["There are no eligible customers, so there are no segments."]);
        }

        ISegmentationStrategy strategy = options.Strategy == SegmentationStrategy.Rules
            ? new RulesStrategy(connection, options, new ConditionWords(columns))
            : new ClusteringStrategy(connection, options, reader.Customers, seed);
        var notes = reader.Notes.ToList();
        var groups = strategy.Assign(features, notes);
        var sizes = Number(connection);
        var profiles = new SegmentProfiler(connection, features, options.MinimumGroup).Profile(sizes.Count);
        var segments = new SegmentNamer(options, strategy.Method, reader.Customers)
            .Name(sizes, [.. sizes.Select(s => groups[s.Group])], profiles, new AudienceMatcher(connection).Match(options.Audiences));
        new AssignmentWriter(connection).Write(profiles, [.. segments.Select(s => s.Label)]);
        connection.Run(SegmentationSql.Script("segment_cleanup"));
        notes.AddRange(Remarks(segments, options));
        var tooSmall = segments.Where(s => s.IsBelowPrivacyMinimum).Select(s => s.SegmentId).ToHashSet();
        return new(segments, [.. profiles.SelectMany(p => p.Statistics).Select(s => tooSmall.Contains(s.SegmentId) ? Emptied(s) : s)], notes);
    }

    /// <summary>The distribution over a handful of customers comes close to their own values.</summary>
    private static SegmentStatistic Emptied(SegmentStatistic statistic) => new(statistic.SegmentId, statistic.Feature, null);

    private static List<SegmentSize> Number(DuckDBConnection connection)
    {
        connection.Run(SegmentationSql.Script("segment_members"));
        return connection.Query(SegmentationSql.Script("segment_sizes"),
            r => new SegmentSize(r.GetInt32(1), r.GetInt64(2), Math.Round(r.GetDouble(3), 4)));
    }

    private static IEnumerable<string> Remarks(IReadOnlyList<Segment> segments, SegmentationOptions options)
    {
        if (segments.Count is < 3 or > 5)
        {
            yield return $"There are {segments.Count.ToString(CultureInfo.InvariantCulture)} segments; three to five are usual.";
        }

        foreach (var small in segments.Where(s => s.IsBelowPrivacyMinimum))
        {
            yield return $"{small.SegmentId} has fewer customers than the privacy minimum of "
                + $"{options.MinimumGroup.ToString(CultureInfo.InvariantCulture)}; no numbers are given for it.";
        }
    }
}
