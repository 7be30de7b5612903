using DuckDB.NET.Data;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Events;

/// <summary>The arms of a finished run, and how far their customers got.</summary>
internal static class RunDesign
{
    public static ExperimentDesign Read(DuckDBConnection connection)
    {
        var arms = connection.Query(
            "select segment_id, arm, variant_id, weight from arms order by segment_id, arm <> 'control', arm",
            row => (Segment: new SegmentId(row.GetString(0)), Share: new ArmShare(new ArmId(row.GetString(1)), new VariantId(row.GetString(2)), row.GetDouble(3))));
        var leftOut = connection.Query(
            """
            select distinct s.segment_id from segment_assignments s join excluded e using (customer_id)
            where e.reason = $reason and s.segment_id not in (select segment_id from arms)
            order by 1
            """,
            row => new SegmentId(row.GetString(0)),
            ("reason", ExclusionReason.NoApprovedVariant));
        return new ExperimentDesign(
            [.. arms.GroupBy(arm => arm.Segment).Select(group => new SegmentArms(group.Key, [.. group.Select(arm => arm.Share)]))],
            leftOut);
    }

    public static IReadOnlyList<StageCount> Stages(DuckDBConnection connection, DateTime asOf) => connection.Query(
        SqlScript.Read("stages.sql"),
        row => new StageCount(row.GetString(0), new SegmentId(row.GetString(1)), new ArmId(row.GetString(2)), row.GetInt64(3)),
        ("as_of", asOf));
}
