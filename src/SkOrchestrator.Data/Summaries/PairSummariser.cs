using DuckDB.NET.Data;
using SkOrchestrator.Analysis;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Summaries;

/// <summary>Sums of two numbers per customer, for covariates and ratios; call after outcomes are counted.</summary>
internal static class PairSummariser
{
    /// <param name="connection">The database.</param>
    /// <param name="columns">By metric the column that was known before sending; columns that the customers don't have, or have empty, are left out.</param>
    public static IReadOnlyList<PairedCell> Covariates(DuckDBConnection connection, IReadOnlyDictionary<string, string> columns)
    {
        var types = CustomerColumns.Read(connection);
        return [.. columns
            .Where(pair => types.GetValueOrDefault(pair.Value) == "DOUBLE" && HasValues(connection, pair.Value))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => Read(connection, pair.Key, pair.Value, $"c.{SqlScript.Identifier(pair.Value)}", "join customers c using (customer_id)"))];
    }

    public static IReadOnlyList<PairedCell> Ratio(DuckDBConnection connection, RatioMetric ratio) => Read(
        connection, ratio.Numerator, ratio.Denominator, $"o.{SqlScript.Identifier(CellSummariser.Known(ratio.Denominator))}", string.Empty);

    private static List<PairedCell> Read(DuckDBConnection connection, string first, string second, string secondValue, string customers) => connection.Query(
        SqlScript.Read(
            "pairs.sql", ("first", $"o.{SqlScript.Identifier(CellSummariser.Known(first))}"), ("second", secondValue), ("customers", customers)),
        row => new PairedCell(
            new SegmentId(row.GetString(0)), new ArmId(row.GetString(1)), first, second,
            row.GetInt64(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5), row.GetDouble(6), row.GetDouble(7)));

    private static bool HasValues(DuckDBConnection connection, string column) =>
        connection.Count($"select count({SqlScript.Identifier(column)}) from assignments join customers using (customer_id)") > 0;
}
