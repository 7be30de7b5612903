using SkOrchestrator.Configuration;

namespace SkOrchestrator.Planning;

/// <summary>Baselines from the declared rate table, for metrics that nothing was measured of.</summary>
public static class AssumedBaseline
{
    /// <summary>
    /// The baseline of a metric; null when the table does not give it. Revenue per recipient is the order value, log-normal with the declared mean m and
    /// sigma s, of the share p that converts: mean p·m, variance p·m²·exp(s²) − (p·m)² (moments of the log-normal law, Aitchison and Brown 1957).
    /// </summary>
    /// <param name="metric">The metric.</param>
    /// <param name="table">The rate table.</param>
    public static MetricBaseline? Of(string metric, SimulationOptions table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rate = metric == Metric.RevenuePerRecipient ? Metric.ConversionRate : metric;
        if (!table.BaseRates.TryGetValue(rate, out var share))
        {
            return null;
        }

        if (!Metric.IsNumeric(metric))
        {
            return new MetricBaseline(share, null, BaselineSource.Assumed, $"simulation.base.{metric}", null);
        }

        var mean = share * table.RevenueMean;
        var squares = mean * table.RevenueMean * Math.Exp(table.RevenueSigma * table.RevenueSigma);
        return new MetricBaseline(
            mean, Math.Sqrt(Math.Max(0, squares - (mean * mean))), BaselineSource.Assumed, "simulation.base.conversion_rate × revenue_mean", null);
    }
}
