using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Summaries;

/// <summary>The columns that the customers of a run have.</summary>
internal static class CustomerColumns
{
    /// <summary>The type of each column, in DuckDB's words.</summary>
    public static IReadOnlyDictionary<string, string> Read(DuckDBConnection connection) => connection.Query(
        "select column_name, column_type from (describe select * from customers)",
        row => KeyValuePair.Create(row.GetString(0), row.GetString(1))).ToDictionary(StringComparer.OrdinalIgnoreCase);
}
