using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Engagement;

/// <summary>Turns outcome columns of the customer file into events.</summary>
internal static class HistoricalLabels
{
    /// <exception cref="InvalidInputException">No column is a label of a metric.</exception>
    public static void Read(DuckDBConnection connection, string file, IReadOnlyList<ColumnOptions> columns, DateTimeOffset sentAt, string currency)
    {
        var labels = columns
            .Where(column => column.Role == ColumnRole.Label && column.Metric is not null)
            .DistinctBy(column => column.Metric)
            .ToDictionary(column => column.Metric!, column => $"c.{SqlScript.Identifier(column.Column)}", StringComparer.Ordinal);
        if (!Metric.All.Any(labels.ContainsKey))
        {
            throw new InvalidInputException(new Diagnostic(
                "CSV033",
                $"{file} has no label column, so there is no historical engagement",
                file,
                Found: $"columns: {string.Join(", ", columns.Select(column => column.Column))}",
                Expected: $"columns with role label and a metric ({string.Join(", ", Metric.All)})",
                Fix: "describe the outcome columns in segmentation_config.yaml, or choose another engagement source"));
        }

        Write("sent", "true", "null");
        Write("delivered", "true", "null");
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
}
