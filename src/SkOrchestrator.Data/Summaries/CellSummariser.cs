using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Summaries;

/// <summary>Turns events into the sums that statistics need; every assigned customer counts, whatever happened (intention to treat).</summary>
internal static class CellSummariser
{
    /// <summary>How long an event counts where no window is configured.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(14);

    private const double RoundingShare = 1e-12;

    public static void CountOutcomes(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows) => connection.Run(
        SqlScript.Read("outcomes.sql"),
        ("open_seconds", Seconds(windows, Metric.OpenRate)),
        ("click_seconds", Seconds(windows, Metric.ClickRate)),
        ("conversion_seconds", Seconds(windows, Metric.ConversionRate)),
        ("revenue_seconds", Seconds(windows, Metric.RevenuePerRecipient)));

    public static IReadOnlyList<CellSummary> Summarise(DuckDBConnection connection, IReadOnlyList<string> metrics)
    {
        var cells = metrics.SelectMany(metric => connection.Query(
            SqlScript.Read("cells.sql", ("metric", SqlScript.Identifier(Known(metric)))),
            row => new CellSummary(
                new SegmentId(row.GetString(0)),
                new ArmId(row.GetString(1)),
                metric,
                row.GetInt64(2),
                (double)row.GetDecimal(3),
                Deviations(row.GetInt64(2), row.GetDecimal(3), row.GetDecimal(4)))));
        return [.. cells];
    }

    /// <summary>From decimal sums, which lose no digit; what can only be rounding counts as no variance.</summary>
    private static double Deviations(long count, decimal sum, decimal sumOfSquares)
    {
        var squares = count == 0 ? 0 : (double)sumOfSquares - ((double)sum * (double)sum / count);
        return squares > RoundingShare * (double)sumOfSquares ? squares : 0;
    }

    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static string Known(string metric) =>
        Metric.All.Contains(metric) ? metric : throw new ArgumentException($"there is no metric {metric}", nameof(metric));

    private static double Seconds(IReadOnlyDictionary<string, TimeSpan> windows, string metric) =>
        windows.TryGetValue(metric, out var window) ? window.TotalSeconds : DefaultWindow.TotalSeconds;
}
