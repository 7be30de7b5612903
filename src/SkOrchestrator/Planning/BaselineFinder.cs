using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Planning;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Planning;

/// <summary>Chooses the best source for what is known of each metric: a baseline column, else a label column, else the declared rate table.</summary>
internal static class BaselineFinder
{
    public static Dictionary<string, MetricBaseline> Find(
        ExperimentOptions experiment,
        IReadOnlyList<BaselineColumn> columns,
        IReadOnlyList<CellSummary> labels,
        IReadOnlyList<ColumnOptions> described,
        Action<string> warn)
    {
        var found = new Dictionary<string, MetricBaseline>();
        foreach (var metric in experiment.Metrics)
        {
            var baseline = OfColumn(metric, columns, warn) ?? OfLabels(metric, labels, described) ?? AssumedBaseline.Of(metric, experiment.Simulation);
            if (baseline is not null)
            {
                found[metric] = baseline;
            }
        }

        return found;
    }

    private static MetricBaseline? OfColumn(string metric, IReadOnlyList<BaselineColumn> columns, Action<string> warn)
    {
        foreach (var column in columns.Where(c => c.Metric == metric))
        {
            if (Metric.IsNumeric(metric) || column is { Minimum: >= 0, Maximum: <= 1 })
            {
                return new MetricBaseline(
                    column.Mean, Metric.IsNumeric(metric) ? column.StandardDeviation : null, BaselineSource.BaselineColumn, column.Column, column.Customers);
            }

            warn($"{column.Column} has values below 0 or above 1, so it is no baseline of {metric}");
        }

        return null;
    }

    private static MetricBaseline? OfLabels(string metric, IReadOnlyList<CellSummary> labels, IReadOnlyList<ColumnOptions> described)
    {
        var cells = labels.Where(c => c.Metric == metric).ToList();
        if (cells.Sum(c => c.Count) == 0)
        {
            return null;
        }

        var all = cells.Aggregate((sum, cell) => sum.Merge(cell));
        var column = described.FirstOrDefault(c => c.Role == ColumnRole.Label && c.Metric == metric)
            ?? described.First(c => c.Role == ColumnRole.Label && c.Metric == Metric.RevenuePerRecipient);
        double? deviation = Metric.IsNumeric(metric) ? Math.Sqrt(all.Count < 2 ? 0 : all.SquaredDeviations / (all.Count - 1)) : null;
        return new MetricBaseline(all.Sum / all.Count, deviation, BaselineSource.LabelColumn, column.Column, all.Count);
    }
}
