using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Events;

/// <summary>Adds up what became of each file's records.</summary>
internal static class EventCounts
{
    private sealed record Row(int File, string Disposition, long Records, long ByAddress, long Simulated, long MachineOpens, long MachineClicks, long Future);

    public static IReadOnlyList<EventFileImport> Read(DuckDBConnection connection, IReadOnlyList<EventTally> tallies, int firstFile, DateTime now)
    {
        var rows = connection.Query(
            SqlScript.Read("event_counts.sql"),
            row => new Row(
                row.GetInt32(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7)),
            ("first_file", firstFile), ("now", now)).ToLookup(row => row.File);
        return [.. tallies.Select(tally => Import(tally, rows[tally.Number].ToDictionary(row => row.Disposition, StringComparer.Ordinal)))];
    }

    private static EventFileImport Import(EventTally tally, Dictionary<string, Row> rows)
    {
        var kept = rows.GetValueOrDefault("kept") ?? new Row(tally.Number, "kept", 0, 0, 0, 0, 0, 0);
        return new EventFileImport(tally.File, tally.Format ?? "none")
        {
            Records = tally.Records,
            Matched = kept.Records,
            ByAddress = kept.ByAddress,
            Simulated = kept.Simulated,
            MachineOpens = kept.MachineOpens,
            ScannerClicks = kept.MachineClicks,
            Future = kept.Future,
            Duplicates = Of("duplicate"),
            UnsubscribeClicks = Of("unsubscribe_click"),
            BeforeAssignment = Of("before_assignment"),
            NotAssigned = Of("not_assigned"),
            OtherRun = Of("other_run"),
            Unmatched = Of("unmatched"),
            Shared = Of("shared"),
            UnusedTypes = tally.Unused,
            UnknownTypes = tally.Unknown,
            Unusable = tally.Unusable,
            Errors = tally.Problems.Count,
        };

        long Of(string disposition) => rows.GetValueOrDefault(disposition)?.Records ?? 0;
    }
}
