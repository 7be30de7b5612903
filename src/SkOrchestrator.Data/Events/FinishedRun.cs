using System.Text.Json;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>Opens the database of a finished run for reading, beside an empty one in memory.</summary>
internal static class FinishedRun
{
    private static readonly string[] LockWords = ["Could not set lock", "Conflicting lock", "used by another process"];

    /// <exception cref="InvalidInputException">The database is missing, damaged or in use, or nobody was assigned.</exception>
    public static DuckDBConnection Open(string directory)
    {
        var path = Path.Combine(directory, "campaign.duckdb");
        if (!File.Exists(path))
        {
            throw EventProblem.MissingRun(path);
        }

        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            connection.Run("set temp_file_encryption = true; set timezone = 'UTC'; set preserve_insertion_order = false");
            connection.Run(SqlScript.Read("schema.sql"));
            Attach(connection, path);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The id that <c>run.json</c> gives the run; the directory's name where there is none.</summary>
    public static string IdOf(string directory)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, "run.json")));
            if (manifest.RootElement.Text("runId") is { Length: > 0 } id)
            {
                return id;
            }
        }
        catch (Exception exception) when (exception is IOException or JsonException or UnauthorizedAccessException)
        {
            // the directory has the same name
        }

        return Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));
    }

    private static void Attach(DuckDBConnection connection, string path)
    {
        try
        {
            connection.Run($"attach {SqlScript.Literal(path)} as finished (read_only)");
            StagingArea.Attach(connection);
            connection.Run(SqlScript.Read("events_schema.sql"));
        }
        catch (DuckDBException exception)
        {
            throw LockWords.Any(words => exception.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
                ? EventProblem.Locked(path)
                : EventProblem.Unreadable(path);
        }

        if (connection.Count("select count(*) from people where state = 'assigned'") == 0)
        {
            throw EventProblem.NothingAssigned(path);
        }
    }
}
