using DuckDB.NET.Data;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Events;

/// <summary>Tells a metric that nothing happened of from one that nobody recorded.</summary>
internal static class ObservedEvents
{
    private static readonly Dictionary<string, string> EventOf = new(StringComparer.Ordinal)
    {
        [Metric.OpenRate] = EventName.Opened,
        [Metric.ClickRate] = EventName.Clicked,
        [Metric.ConversionRate] = EventName.Converted,
        [Metric.RevenuePerRecipient] = EventName.Converted,
        [Metric.UnsubscribeRate] = EventName.Unsubscribed,
        [Metric.ComplaintRate] = EventName.Complained,
        [Metric.HardBounceRate] = EventName.Bounced,
    };

    /// <summary>Events of anybody count here, those that can't be matched included: they show that the files record them.</summary>
    public static IReadOnlyDictionary<string, string> Missing(DuckDBConnection connection, IReadOnlyList<string> metrics, bool hasOrders)
    {
        var seen = connection.Query("select event from tallies union select event from imported", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        if (hasOrders)
        {
            seen.Add(EventName.Converted);
        }

        return metrics.Where(metric => EventOf.TryGetValue(metric, out var name) && !seen.Contains(name))
            .ToDictionary(metric => metric, metric => $"the event files hold no event of the kind {EventOf[metric]}", StringComparer.Ordinal);
    }
}
