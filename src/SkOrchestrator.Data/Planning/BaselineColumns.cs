using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Planning;

/// <summary>Summarises the columns with role baseline; call after the assignment.</summary>
public static class BaselineColumns
{
    /// <summary>One summary per baseline column with a metric, in file order; columns without any value are left out.</summary>
    /// <param name="database">The rows.</param>
    public static IReadOnlyList<BaselineColumn> Read(CampaignDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return
        [
            .. database.Table.WithRole(ColumnRole.Baseline)
                .Where(column => column.Metric is not null)
                .Select(column => Read(database, column.Column, column.Metric!))
                .Where(summary => summary.Customers > 0),
        ];
    }

    private static BaselineColumn Read(CampaignDatabase database, string column, string metric) => database.Connection.Query(
        SqlScript.Read("baseline_column.sql", ("column", SqlScript.Identifier(column))),
        row =>
        {
            var (count, sum, squares) = (row.GetInt64(0), (double)row.GetDecimal(1), (double)row.GetDecimal(2));
            var mean = count == 0 ? 0 : sum / count;
            var variance = count < 2 ? 0 : Math.Max(0, squares - (sum * mean)) / (count - 1);
            return new BaselineColumn(column, metric, count, mean, Math.Sqrt(variance), (double)row.GetDecimal(3), (double)row.GetDecimal(4));
        }).Single();
}
