using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Exports;

/// <summary>Writes the tables of a run as CSV: UTF-8, LF, always in the same order.</summary>
internal static partial class CsvExporter
{
    private const string Holdout = "holdout.csv";

    public static void Export(DuckDBConnection connection, string directory)
    {
        var hasHoldout = connection.Count("select count(*) from holdout") > 0;
        foreach (Match statement in Statements().Matches(SqlScript.Read("exports.sql")))
        {
            var file = statement.Groups["file"].Value;
            if (file != Holdout || hasHoldout)
            {
                var target = SqlScript.Literal(Path.Combine(directory, file));
                connection.Run($"copy ({statement.Groups["query"].Value}) to {target} (format csv, header, delimiter ',', quote '\"', new_line '\\n')");
            }
        }
    }

    [GeneratedRegex(@"^-- (?<file>\w+\.csv)\n(?<query>[^;]+);", RegexOptions.Multiline)]
    private static partial Regex Statements();
}
