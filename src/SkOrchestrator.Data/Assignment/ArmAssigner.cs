using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Puts every eligible customer into an arm, or out with a reason.</summary>
internal sealed class ArmAssigner(DuckDBConnection connection, LoadedTable table)
{
    public AssignmentSummary Draw(ExperimentDesign design, string experimentId, int seed, DateTimeOffset assignedAt)
    {
        Require(design);
        WriteArms(design, _ => true);
        WriteQuotas(design, experimentId);
        connection.Run(
            SqlScript.Read("assign.sql"), ("salt", $"arm|{experimentId}|{seed}|"), ("assigned_at", assignedAt.UtcDateTime));
        return Finish();
    }

    public AssignmentSummary FromColumn(ExperimentDesign design, ArmColumnMapping mapping, DateTimeOffset assignedAt)
    {
        Require(design);
        var used = mapping.Arms.Select(pair => pair.Value).ToHashSet();
        WriteArms(design, used.Contains);
        connection.Run("create or replace table staging.main.arm_values(value varchar, arm varchar)");
        foreach (var (value, arm) in mapping.Arms)
        {
            connection.Run("insert into staging.main.arm_values values ($value, $arm)", ("value", value), ("arm", arm.Value));
        }

        connection.Run(
            SqlScript.Read("assign_from_column.sql", ("column", SqlScript.Identifier(mapping.Column))), ("assigned_at", assignedAt.UtcDateTime));
        return Finish();
    }

    private void Require(ExperimentDesign design)
    {
        var lost = connection.Count("select count(*) from eligible where customer_id not in (select customer_id from segment_assignments)");
        if (lost > 0)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{lost} eligible customers have no segment"));
        }

        var known = design.Segments.Select(segment => segment.SegmentId).Concat(design.LeftOut).Select(segment => segment.Value).ToHashSet(StringComparer.Ordinal);
        var unknown = connection.Query("select distinct segment_id from segment_assignments order by 1", row => row.GetString(0)).Where(id => !known.Contains(id));
        if (unknown.FirstOrDefault() is { } segment)
        {
            throw new ArgumentException($"the design says nothing of {segment}", nameof(design));
        }
    }

    private void WriteArms(ExperimentDesign design, Func<ArmId, bool> isUsed)
    {
        using var appender = connection.CreateAppender("arms");
        foreach (var segment in design.Segments)
        {
            foreach (var arm in segment.Arms.Where(arm => arm.Weight > 0 && isUsed(arm.Arm)))
            {
                appender.CreateRow()
                    .AppendValue(segment.SegmentId.Value).AppendValue(arm.Arm.Value).AppendValue(arm.VariantId.Value).AppendValue(arm.Weight).EndRow();
            }
        }
    }

    private void WriteQuotas(ExperimentDesign design, string experimentId)
    {
        var sizes = connection.Query(
            "select segment_id, count(*) from assignable join segment_assignments using (customer_id) group by segment_id",
            row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1))).ToDictionary(StringComparer.Ordinal);
        connection.Run(
            "create or replace table staging.main.quotas(segment_id varchar, arm varchar, variant_id varchar, places_before bigint, places bigint)");
        using var appender = connection.CreateAppender("staging", "main", "quotas");
        foreach (var segment in design.Segments)
        {
            var id = segment.SegmentId.Value;
            var places = Allocation.Split(
                sizes.GetValueOrDefault(id),
                [.. segment.Arms.Select(arm => arm.Weight)],
                Allocation.FirstInLine(id, experimentId, segment.Arms.Count));
            var before = 0L;
            foreach (var (index, arm) in segment.Arms.Index())
            {
                appender.CreateRow()
                    .AppendValue(id).AppendValue(arm.Arm.Value).AppendValue(arm.VariantId.Value).AppendValue(before).AppendValue(places[index]).EndRow();
                before += places[index];
            }
        }
    }

    private AssignmentSummary Finish()
    {
        connection.Run(SqlScript.Read("leave_out.sql"));
        var counts = connection.Query(
            """
            select a.segment_id, a.arm, a.variant_id, count(x.customer_id)
            from arms a left join assignments x using (segment_id, arm)
            group by all order by a.segment_id, a.arm
            """,
            row => new AssignmentCount(new SegmentId(row.GetString(0)), new ArmId(row.GetString(1)), new VariantId(row.GetString(2)), row.GetInt64(3)));
        var funnel = FunnelCount.Read(connection, table);
        var placed = funnel.Assigned + funnel.HeldOut + funnel.Excluded.Values.Sum();
        return placed == funnel.Loaded
            ? new AssignmentSummary(funnel, counts)
            : throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{funnel.Loaded} customers were loaded, but {placed} are accounted for"));
    }
}
