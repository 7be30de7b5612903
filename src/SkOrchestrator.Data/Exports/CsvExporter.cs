using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Exports;

/// <summary>Writes the tables of a run or an analysis as CSV: UTF-8, LF, always in the same order.</summary>
internal static partial class CsvExporter
{
    private const string Holdout = "holdout.csv";

    /// <summary>The files of a run.</summary>
    public static void Export(DuckDBConnection connection, string directory)
    {
        var hasHoldout = connection.Count("select count(*) from holdout") > 0;
        Write(connection, directory, "exports.sql", file => file != Holdout || hasHoldout);
    }

    /// <summary>The files of an analysis of event files.</summary>
    public static void ExportEvents(DuckDBConnection connection, string directory) => Write(connection, directory, "event_exports.sql", _ => true);

    private static void Write(DuckDBConnection connection, string directory, string script, Func<string, bool> isWanted)
    {
        foreach (Match statement in Statements().Matches(SqlScript.Read(script)))
        {
            var file = statement.Groups["file"].Value;
            if (isWanted(file))
            {
                var target = SqlScript.Literal(Path.Combine(directory, file));
                connection.Run($"copy ({statement.Groups["query"].Value}) to {target} (format csv, header, delimiter ',', quote '\"', new_line '\\n')");
            }
        }
    }

    [GeneratedRegex(@"^-- (?<file>\w+\.csv)\n(?<query>[^;]+);", RegexOptions.Multiline)]
    private static partial Regex Statements();
}
