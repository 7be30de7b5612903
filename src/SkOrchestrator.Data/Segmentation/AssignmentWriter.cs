using System.Globalization;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Writes the table <c>segment_assignments</c>; reasons name what a customer shares with the segment, in words and never in numbers.</summary>
internal sealed class AssignmentWriter(DuckDBConnection connection)
{
    /// <summary>Below this confidence the reason names the runner-up too.</summary>
    private const double Borderline = 0.55;

    /// <summary>Writes the table.</summary>
    /// <param name="profiles">What defines each segment, in segment order.</param>
    /// <param name="labels">The name of each segment, in segment order.</param>
    public void Write(IReadOnlyList<SegmentProfile> profiles, IReadOnlyList<string> labels)
    {
        var almost = labels.Select((label, i) => $"WHEN {Number(i)} THEN {SegmentationSql.Literal($"; almost as close to {label}")}");
        var border = $"CASE WHEN members.confidence < {SegmentationSql.Literal(Borderline)} THEN CASE members.runner_up {string.Join(' ', almost)} END END";
        var reasons = profiles.Select((profile, i) => $"WHEN {Number(i)} THEN {Reason(profile, labels.Count)} || coalesce({border}, '')");
        connection.Run(SegmentationSql.Script("segment_assignments", ("reasons", string.Join('\n', reasons))));
    }

    private static string Reason(SegmentProfile profile, int segments)
    {
        var fallback = SegmentationSql.Literal(segments == 1 ? "the only segment" : "closest to the average customer of this segment");
        var shared = profile.Traits.Select(t => $"CASE WHEN {t.AgreesSql} THEN {SegmentationSql.Literal(t.Reason)} END").ToList();
        return shared.Count == 0 ? fallback : $"coalesce(nullif(concat_ws('; ', {string.Join(", ", shared)}), ''), {fallback})";
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
