using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>The rows of <c>diagnostics.csv</c> in their table.</summary>
internal static class DiagnosticRows
{
    public static void Add(DuckDBConnection connection, IEnumerable<RowDiagnostic> rows)
    {
        using var appender = connection.CreateAppender("diagnostics");
        foreach (var row in rows)
        {
            appender.CreateRow()
                .AppendValue(row.File)
                .AppendValue(row.Line)
                .AppendValue(row.Column)
                .AppendValue(row.Code)
                .AppendValue(row.Value)
                .AppendValue(row.Expected)
                .AppendValue(row.Action)
                .EndRow();
        }
    }

    public static IReadOnlyList<RowDiagnostic> Read(DuckDBConnection connection, int limit) => connection.Query(
        $"""
        select file, line, "column", code, value, expected, action from diagnostics
        order by all limit {limit.ToString(CultureInfo.InvariantCulture)}
        """,
        row => new RowDiagnostic(
            row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)));
}
