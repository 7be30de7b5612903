using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Compares every segment with all customers, feature by feature.</summary>
internal sealed class SegmentProfiler(DuckDBConnection connection, IReadOnlyList<Feature> features, int minimumGroup)
{
    private const int MaximumTraits = 6;
    private const int Digits = 6;

    /// <summary>The profiles of the segments in <c>segment_members</c>, by number.</summary>
    /// <param name="segments">How many segments there are.</param>
    public IReadOnlyList<SegmentProfile> Profile(int segments)
    {
        connection.Run(SegmentationSql.Script("segment_rows"));
        var lines = features.Select(f => f switch
        {
            NumericFeature number => Numbers(number, segments),
            BooleanFeature flag => Flags(flag, segments),
            CategoryFeature category => Categories(category, segments),
            _ => throw new InvalidOperationException($"{f.GetType().Name} has no profile."),
        }).ToList();
        return
        [
            .. Enumerable.Range(0, segments).Select(s => new SegmentProfile(
                [.. lines.SelectMany(l => l[s].Statistics)],
                Strongest(lines.SelectMany(l => l[s].Traits)),
                lines.Select(l => l[s].Place).FirstOrDefault(p => p is not null))),
        ];
    }

    /// <summary>The moments of a number over all (segment null, first) and by segment.</summary>
    public static List<(int? Segment, Moments Moments)> QueryMoments(
        DuckDBConnection connection, string segment, string rows, string value, double minimum, double maximum) =>
        connection.Query(SegmentationSql.Script(
                "segment_moments",
                ("segment", segment),
                ("rows", rows),
                ("value", value),
                ("minimum", SegmentationSql.Literal(minimum)),
                ("range", SegmentationSql.Literal(maximum > minimum ? maximum - minimum : 1))),
            r => (
                r.IsDBNull(0) ? (int?)null : Convert.ToInt32(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                Moments.Of(value, r.GetInt64(1), minimum, maximum, r.GetDouble(2), r.GetDouble(3), r.GetDouble(4))));

    /// <summary>The strongest six whose effect is not negligible; the strongest one at least, if there is any effect.</summary>
    private static IReadOnlyList<ProfileTrait> Strongest(IEnumerable<ProfileTrait> traits)
    {
        var ordered = traits.Where(t => t.Feature.EffectSize != 0).OrderByDescending(t => Math.Abs(t.Feature.EffectSize)).Take(MaximumTraits).ToList();
        return [.. ordered.Where((t, i) => i == 0 || Math.Abs(t.Feature.EffectSize) >= EffectSize.Small)];
    }

    private SegmentProfile[] Numbers(NumericFeature feature, int segments)
    {
        var (raw, scaled) = (feature.Raw, feature.Scaled);
        var moments = QueryMoments(connection, "number", "segment_rows", raw.Expression, raw.Minimum, raw.Maximum);
        var effects = feature.IsLogarithmic
            ? QueryMoments(connection, "number", "segment_rows", scaled.Expression, scaled.Minimum, scaled.Maximum)
            : moments;
        var quartiles = connection.Query(SegmentationSql.Script("segment_distribution", ("value", feature.Field)),
            r => Enumerable.Range(1, 5).Select(i => Rounded(SegmentationSql.Number(r, i))).ToArray());
        return
        [
            .. Enumerable.Range(0, segments).Select(s =>
            {
                var own = moments.Single(m => m.Segment == s + 1).Moments;
                var q = quartiles[s];
                var mean = own.Count == 0 ? null : Rounded(own.Mean);
                var statistic = new SegmentStatistic(
                    SegmentId.Numbered(s + 1), feature.Column.Column, mean, own.Count > 1 ? Rounded(own.Deviation) : null, q[0], q[1], q[2], q[3], q[4]);
                var effect = Effect(own, raw);
                var onScale = Effect(effects.Single(m => m.Segment == s + 1).Moments, scaled);
                effect = Math.Sign(onScale) == Math.Sign(effect) ? onScale : effect;
                return new SegmentProfile([statistic], Trait(own.Count == 0 ? 0 : effect, own.Mean), null);
            }),
        ];

        IReadOnlyList<ProfileTrait> Trait(double effect, double mean)
        {
            var (trait, sign, words) = effect > 0 ? (TraitName.High, ">", "above average") : (TraitName.Low, "<", "below average");
            return !feature.CountsInDistance ? [] :
            [
                new(
                    feature,
                    Defining(feature, trait, mean, raw.Mean, effect, isShare: false),
                    $"{feature.Field} {sign} {SegmentationSql.Literal(raw.Mean)}",
                    $"{feature.Column.Name} {words}"),
            ];
        }
    }

    private static double Effect(Moments segment, Moments all) => EffectSize.OfMeans(segment.Mean, all.Mean, all.Deviation);

    private SegmentProfile[] Flags(BooleanFeature feature, int segments)
    {
        var counts = Counts($"{feature.Field}::INTEGER", segments);
        return
        [
            .. counts.Select((count, s) =>
            {
                var known = count.GetValueOrDefault(1) + count.GetValueOrDefault(0);
                var share = known == 0 ? feature.Share : (double)count.GetValueOrDefault(1) / known;
                var effect = EffectSize.OfShares(share, feature.Share);
                var (trait, sql) = effect > 0 ? (TraitName.Yes, feature.Field) : (TraitName.No, $"NOT {feature.Field}");
                var column = feature.Column;
                var defining = Defining(feature, trait, share, feature.Share, effect, isShare: true);
                return new SegmentProfile(
                    Shares(s, column.Column, count, [("yes", 1), ("no", 0)]),
                    feature.CountsInDistance && (effect > 0 ? feature.Yes : feature.No) >= minimumGroup ? [new(feature, defining, sql, $"{column.Name}: {trait}")] : [],
                    null);
            }),
        ];
    }

    private SegmentProfile[] Categories(CategoryFeature feature, int segments)
    {
        var column = feature.Column;
        List<(string Level, int Number)> levels = [.. feature.Levels.Select((l, i) => (l.Value, i + 1)), .. feature.Others > 0 ? [("(other)", 0)] : Array.Empty<(string, int)>()];
        return
        [
            .. Counts(feature.Number, segments).Select((count, s) =>
            {
                var known = count.Where(c => c.Key >= 0).Sum(c => c.Value);
                var shares = feature.Levels
                    .Select((l, i) => (Level: l, Words: PlainWords.Of(l.Value), Share: known == 0 ? 0 : (double)count.GetValueOrDefault(i + 1) / known))
                    .Where(l => l.Words.Length > 0)
                    .ToList();
                var traits = shares
                    .Select(l => (l.Level, l.Words, l.Share, Overall: (double)l.Level.Count / feature.Known))
                    .Where(l => feature.CountsInDistance && l.Share > l.Overall)
                    .Select(l => new ProfileTrait(
                        feature,
                        Defining(feature, l.Words, l.Share, l.Overall, EffectSize.OfShares(l.Share, l.Overall), isShare: true),
                        $"{feature.Field} = {SegmentationSql.Literal(l.Level.Value)}",
                        $"{column.Name}: {l.Words}"));
                var place = column.Role == ColumnRole.Country ? shares.Where(l => l.Share > 0.5).Select(l => l.Words).FirstOrDefault() : null;
                return new SegmentProfile(Shares(s, column.Column, count, levels), [.. traits], place);
            }),
        ];
    }

    private Dictionary<int, long>[] Counts(string level, int segments)
    {
        const int MissingLevel = -1;
        var rows = connection.Query(SegmentationSql.Script("segment_counts", ("level", level)),
            r => (Segment: (int)r.GetInt64(0), Level: r.IsDBNull(1) ? MissingLevel : r.GetInt32(1), Count: r.GetInt64(2)));
        return [.. Enumerable.Range(1, segments).Select(s => rows.Where(r => r.Segment == s).ToDictionary(r => r.Level, r => r.Count))];
    }

    private static List<SegmentStatistic> Shares(int segment, string column, Dictionary<int, long> counts, IEnumerable<(string Level, int Number)> levels)
    {
        IEnumerable<(string Level, int Number)> all = counts.ContainsKey(-1) ? [.. levels, ("(missing)", -1)] : levels;
        var size = counts.Values.Sum();
        return
        [
            .. all.Select(l => new SegmentStatistic(
                SegmentId.Numbered(segment + 1), $"{column}={l.Level}", Rounded((double)counts.GetValueOrDefault(l.Number) / size))),
        ];
    }

    private static DefiningFeature Defining(Feature feature, string trait, double segment, double overall, double effect, bool isShare) =>
        new(feature.Column.Column, feature.Column.Name, trait, Math.Round(segment, Digits), Math.Round(overall, Digits), Math.Round(effect, Digits), isShare);

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, Digits) : null;
}
