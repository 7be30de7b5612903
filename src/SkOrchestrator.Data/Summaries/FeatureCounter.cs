using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Summaries;

/// <summary>Counts outcomes of customers with and without a feature level, by arm: what the attribution table rests on.</summary>
internal static class FeatureCounter
{
    private static readonly string[] Rates = [Metric.OpenRate, Metric.ClickRate, Metric.ConversionRate];

    public static IReadOnlyList<FeatureCount> Count(
        DuckDBConnection connection, IReadOnlyList<ColumnOptions> columns, IReadOnlyList<string> metrics, int minimumGroup)
    {
        var wanted = metrics.Select(CellSummariser.Known).Where(metric => !Metric.IsNumeric(metric)).ToList();
        return [.. columns.SelectMany(column => Count(connection, column, wanted, minimumGroup))];
    }

    private static IEnumerable<FeatureCount> Count(DuckDBConnection connection, ColumnOptions column, List<string> metrics, int minimumGroup)
    {
        var name = SqlScript.Identifier(column.Column);
        var level = column.Role switch
        {
            ColumnRole.Categorical => name,
            ColumnRole.Boolean => $"case when {name} then 'yes' when not {name} then 'no' end",
            ColumnRole.Numeric => $"case when {name} > (select median({name}) from customers) then 'above median' when {name} is not null then 'not above' end",
            _ => null,
        };
        if (level is null)
        {
            return [];
        }

        var rows = connection.Query(
            SqlScript.Read("level_counts.sql", ("level", level)),
            row => (Level: row.GetString(0), Arm: new ArmId(row.GetString(1)), Counts: Enumerable.Range(2, 8).Select(row.GetInt64).ToArray()),
            ("minimum_group", minimumGroup));
        return from metric in metrics
               from row in rows
               where column.Role == ColumnRole.Categorical || row.Level is "yes" or "above median"
               let place = 1 + Array.IndexOf(Rates, metric)
               select new FeatureCount(column.Name, row.Level, metric, row.Arm, row.Counts[place], row.Counts[0], row.Counts[4 + place], row.Counts[4]);
    }
}
