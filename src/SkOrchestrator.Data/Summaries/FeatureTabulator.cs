using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Summaries;

/// <summary>
/// Groups assigned customers who are alike in every feature: the rows of a logistic regression. Small groups are merged, so that no row of a
/// level stands for a handful of people.
/// </summary>
internal static class FeatureTabulator
{
    private const int MostFeatures = 12;
    private const int MostLevels = 30;

    public static FeatureTable Tabulate(
        DuckDBConnection connection, IReadOnlyList<ColumnOptions> columns, IReadOnlyList<string> metrics, int minimumGroup)
    {
        var rates = metrics.Select(CellSummariser.Known).Where(metric => !Metric.IsNumeric(metric)).ToList();
        var types = CustomerColumns.Read(connection);
        var levels = columns
            .Where(column => Text(column, types) is not null)
            .Select(column => FeatureLevels.Choose(column, Text(column, types)!, Sizes(connection, Text(column, types)!), minimumGroup, MostLevels))
            .Where(feature => feature.Levels.Count > 1)
            .Take(MostFeatures)
            .ToList();
        return levels.Count == 0 ? FeatureTable.Empty with { Metrics = rates } : WithoutEmptyLevels(levels, rates, Patterns(connection, levels, rates));
    }

    /// <summary>The level of a customer as SQL; null for columns that are no feature or that the customers don't have as one.</summary>
    private static string? Text(ColumnOptions column, IReadOnlyDictionary<string, string> types)
    {
        var name = $"c.{SqlScript.Identifier(column.Column)}";
        return (column.Role, types.GetValueOrDefault(column.Column)) switch
        {
            (ColumnRole.Categorical, "VARCHAR") => name,
            (ColumnRole.Boolean, "BOOLEAN") => $"case when {name} then 'yes' when not {name} then 'no' end",
            (ColumnRole.Numeric, "DOUBLE") =>
                $"case when {name} > (select median({SqlScript.Identifier(column.Column)}) from customers) then 'above median' when {name} is not null then 'not above median' end",
            _ => null,
        };
    }

    private static IReadOnlyList<(string? Level, long Customers)> Sizes(DuckDBConnection connection, string text) => connection.Query(
        $"select {text} as level, count(*) from assignments join customers c using (customer_id) group by 1 order by 2 desc, 1",
        row => (row.IsDBNull(0) ? null : row.GetString(0), row.GetInt64(1)));

    private static List<FeaturePattern> Patterns(DuckDBConnection connection, List<FeatureLevels> features, List<string> rates)
    {
        var texts = features.Select((feature, index) => string.Create(CultureInfo.InvariantCulture, $"{feature.Text} as level_{index}"));
        var groups = features.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"level_{index}"));
        var sums = rates.Select(rate => $", sum({SqlScript.Identifier(rate)})::bigint");
        var outcomes = rates.Select(rate => $", o.{SqlScript.Identifier(rate)}");
        var rows = connection.Query(
            $"""
            select arm, {string.Join(", ", groups)}, count(*){string.Concat(sums)}
            from (select o.arm, {string.Join(", ", texts)}{string.Concat(outcomes)} from outcomes o join customers c using (customer_id))
            group by all
            """,
            row => (
                Arm: row.GetString(0),
                Levels: features.Select((feature, index) => feature.IndexOf(row.IsDBNull(index + 1) ? null : row.GetString(index + 1))).ToArray(),
                Counts: Enumerable.Range(features.Count + 1, rates.Count + 1).Select(row.GetInt64).ToArray()));
        return [.. rows
            .Where(row => row.Levels.All(level => level >= 0))
            .GroupBy(row => (row.Arm, Key: string.Join(',', row.Levels.Select(level => level.ToString("D3", CultureInfo.InvariantCulture)))))
            .OrderBy(group => group.Key.Arm != ArmId.Control.Value).ThenBy(group => group.Key.Arm, StringComparer.Ordinal).ThenBy(group => group.Key.Key, StringComparer.Ordinal)
            .Select(group => new FeaturePattern(
                new ArmId(group.Key.Arm),
                group.First().Levels,
                group.Sum(row => row.Counts[0]),
                [.. rates.Select((_, index) => group.Sum(row => row.Counts[index + 1]))]))];
    }

    /// <summary>Levels whose customers all dropped out, and features that are then left with one level, go too.</summary>
    private static FeatureTable WithoutEmptyLevels(List<FeatureLevels> features, List<string> rates, List<FeaturePattern> patterns)
    {
        var used = features.Select((feature, index) =>
            Enumerable.Range(0, feature.Levels.Count).Where(level => patterns.Exists(pattern => pattern.Levels[index] == level)).ToList()).ToList();
        var kept = Enumerable.Range(0, features.Count).Where(index => used[index].Count > 1).ToList();
        return new FeatureTable(
            [.. kept.Select(index => new Feature(features[index].Name, [.. used[index].Select(level => features[index].Levels[level])]))],
            rates,
            [.. patterns.Select(pattern => pattern with { Levels = [.. kept.Select(index => used[index].IndexOf(pattern.Levels[index]))] })]);
    }
}
