using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Engagement;

/// <summary>Turns outcome columns of the customer file into events; what no column says does not happen.</summary>
internal static class HistoricalLabels
{
    /// <summary>The metrics that the labels tell: those of the columns, and conversion where there is only revenue.</summary>
    /// <exception cref="InvalidInputException">No column is a label of a metric.</exception>
    public static IReadOnlyList<string> Metrics(string file, IReadOnlyList<ColumnOptions> columns)
    {
        var labels = Labels(columns);
        return labels.Count > 0
            ? [.. Metric.All.Where(metric => labels.ContainsKey(metric) || (metric == Metric.ConversionRate && labels.ContainsKey(Metric.RevenuePerRecipient)))]
            : throw new InvalidInputException(new Diagnostic(
                "CSV033",
                $"{file} has no label column, so there is no historical engagement",
                file,
                Found: $"columns: {string.Join(", ", columns.Select(column => column.Column))}",
                Expected: $"columns with role label and a metric ({string.Join(", ", Metric.All)})",
                Fix: "describe the outcome columns in segmentation_config.yaml, or choose another engagement source"));
    }

    public static void Read(
        DuckDBConnection connection, string file, IReadOnlyList<ColumnOptions> columns, bool controlWasMailed, DateTimeOffset sentAt, string currency)
    {
        _ = Metrics(file, columns);
        var labels = Labels(columns);
        Write("sent", controlWasMailed ? "true" : "a.arm <> 'control'", "null");
        if (labels.TryGetValue(Metric.OpenRate, out var opened))
        {
            Write("opened", $"{opened} > 0", "null");
        }

        if (labels.TryGetValue(Metric.ClickRate, out var clicked))
        {
            Write("clicked", $"{clicked} > 0", "null");
        }

        var revenue = labels.GetValueOrDefault(Metric.RevenuePerRecipient);
        if (labels.TryGetValue(Metric.ConversionRate, out var converted))
        {
            Write("converted", $"{converted} > 0", revenue ?? "null");
        }
        else if (revenue is not null)
        {
            Write("converted", $"{revenue} <> 0", revenue);
        }

        void Write(string name, string condition, string value) => connection.Run(
            SqlScript.Read("label_events.sql", ("condition", condition), ("value", value)),
            ("event", name),
            ("sent_at", sentAt.UtcDateTime),
            ("currency", currency));
    }

    /// <summary>The first label column of each metric, as SQL.</summary>
    private static Dictionary<string, string> Labels(IReadOnlyList<ColumnOptions> columns) => columns
        .Where(column => column.Role == ColumnRole.Label && column.Metric is not null && Metric.All.Contains(column.Metric))
        .DistinctBy(column => column.Metric)
        .ToDictionary(column => column.Metric!, column => $"c.{SqlScript.Identifier(column.Column)}", StringComparer.Ordinal);
}
