using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Summaries;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Events;

/// <summary>Conversion and revenue of the customers who were mailed nothing.</summary>
internal static class HoldoutCells
{
    private static readonly ArmId Holdout = new("holdout");

    public static IReadOnlyList<CellSummary> Read(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf)
    {
        var rows = connection.Query(
            SqlScript.Read("holdout_cells.sql"),
            row => (Segment: new SegmentId(row.GetString(0)), Count: row.GetInt64(1), Converted: row.GetInt64(2), Sum: row.GetDecimal(3), Squares: row.GetDecimal(4)),
            ("conversion_seconds", CellSummariser.Window(windows, Metric.ConversionRate).TotalSeconds),
            ("revenue_seconds", CellSummariser.Window(windows, Metric.RevenuePerRecipient).TotalSeconds),
            ("as_of", asOf.UtcDateTime));
        return
        [
            .. rows.Select(row => CellSummary.Rate(row.Segment, Holdout, Metric.ConversionRate, row.Converted, row.Count)),
            .. rows.Select(row => new CellSummary(
                row.Segment, Holdout, Metric.RevenuePerRecipient, row.Count, (double)row.Sum, CellSummariser.Deviations(row.Count, row.Sum, row.Squares))),
        ];
    }
}
