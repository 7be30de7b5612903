using System.Globalization;
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
    private static readonly string[] Everything = [.. Metric.All, .. Metric.Guardrails];

    /// <summary>Counts what a run simulated or took from labels.</summary>
    public static void CountRun(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows)
    {
        connection.Run(SqlScript.Read("mails_of_run.sql"));
        Count(connection, windows, "true", DateTime.MaxValue);
    }

    /// <summary>Counts what event files and orders say, up to a moment.</summary>
    public static void CountFiles(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows, DateTimeOffset asOf)
    {
        connection.Run(SqlScript.Read("mails_of_files.sql"));
        Count(connection, windows, "e.hard", asOf.UtcDateTime);
    }

    /// <param name="connection">The database, after counting.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="cap">What values above it count as; null = every value counts as it is. The cells of a cap are called <c>METRIC_capped</c>.</param>
    public static IReadOnlyList<CellSummary> Summarise(DuckDBConnection connection, IReadOnlyList<string> metrics, double? cap = null)
    {
        var cells = metrics.SelectMany(metric => connection.Query(
            SqlScript.Read("cells.sql", ("value", Value(Known(metric), cap))),
            row => new CellSummary(
                new SegmentId(row.GetString(0)),
                new ArmId(row.GetString(1)),
                cap is null ? metric : metric + "_capped",
                row.GetInt64(2),
                (double)row.GetDecimal(3),
                Deviations(row.GetInt64(2), row.GetDecimal(3), row.GetDecimal(4)))));
        return [.. cells];
    }

    /// <exception cref="ArgumentException">There is no such metric.</exception>
    public static string Known(string metric) =>
        Everything.Contains(metric) ? metric : throw new ArgumentException($"there is no metric {metric}", nameof(metric));

    /// <summary>The window of a metric.</summary>
    public static TimeSpan Window(IReadOnlyDictionary<string, TimeSpan> windows, string metric) => windows.TryGetValue(metric, out var window) ? window : DefaultWindow;

    /// <summary>From decimal sums, which lose no digit; what can only be rounding counts as no variance.</summary>
    public static double Deviations(long count, decimal sum, decimal sumOfSquares)
    {
        var squares = count == 0 ? 0 : (double)sumOfSquares - ((double)sum * (double)sum / count);
        return squares > RoundingShare * (double)sumOfSquares ? squares : 0;
    }

    /// <summary>The seconds of each metric's window under its name, and the moment of judgement.</summary>
    public static (string Name, object? Value)[] Parameters(IReadOnlyDictionary<string, TimeSpan> windows, DateTime asOf) =>
        [.. Everything.Select(metric => (metric, (object?)Window(windows, metric).TotalSeconds)), ("as_of", asOf)];

    private static void Count(DuckDBConnection connection, IReadOnlyDictionary<string, TimeSpan> windows, string hard, DateTime asOf) => connection.Run(
        SqlScript.Read("outcomes.sql", ("hard", hard)),
        Parameters(windows, asOf));

    private static string Value(string metric, double? cap)
    {
        var value = $"o.{SqlScript.Identifier(metric)}";
        return cap is { } most ? $"least({value}, {((decimal)most).ToString("F2", CultureInfo.InvariantCulture)}::decimal(18, 2))" : value;
    }
}
