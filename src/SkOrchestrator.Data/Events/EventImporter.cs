using DuckDB.NET.Data;
using SkOrchestrator.Data.Events.Formats;
using SkOrchestrator.Data.Events.Reading;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>Imports event files: reads each in its own shape, matches, takes out doubles, and marks what programs did.</summary>
internal sealed class EventImporter(DuckDBConnection connection, string addressKey, string runId)
{
    private int _files;

    /// <exception cref="InvalidInputException">Files are missing or of no known shape, or nothing in them belongs to the run.</exception>
    public EventImport Import(IReadOnlyList<string> paths, EventRules rules)
    {
        var firstFile = _files;
        var stager = new EventStager(connection, addressKey, runId, rules);
        var tallies = EventFiles.Find(paths).Select(path => Read(path, stager)).ToList();
        var strange = tallies.Where(tally => tally.Format is null && !tally.IsEmpty && tally.Problems.Texts.All(problem => problem.Code != "EVT011")).ToList();
        if (strange.Count > 0)
        {
            throw new InvalidInputException([.. strange.Select(EventProblem.UnknownShape)]);
        }

        connection.Run(
            SqlScript.Read("judge_events.sql"),
            ("scanner_seconds", rules.ScannerSpan.TotalSeconds),
            ("scanner_links", rules.ScannerLinks),
            ("delivery_seconds", rules.DeliverySpan.TotalSeconds));
        Mixed(tallies);
        DiagnosticRows.Add(connection, tallies.SelectMany(tally => tally.Problems.Rows));
        var import = new EventImport(EventCounts.Read(connection, tallies, firstFile, rules.Now?.UtcDateTime ?? DateTime.MaxValue), [.. tallies.SelectMany(tally => tally.Problems.Texts)], []);
        var addresses = AddressMatches.Read(connection, firstFile);
        EventProblem.RequireMatches(import.Total, addresses, import.Problems);
        EventProblem.RequireOneCurrency(connection);
        return import with { Warnings = [.. new EventWarnings(connection, import, addresses).All()] };
    }

    private EventTally Read(string path, EventStager stager)
    {
        var tally = new EventTally(path, _files++);
        using var stream = EventStream.Open(path);
        if (EventShape.Open(stream, tally.Problems) is { } reader)
        {
            stager.Stage(reader, tally);
            (tally.Format, tally.IsProvider) = (reader.Format, reader.IsProvider);
            tally.IsEmpty = tally.Records == 0 && tally.Problems.Count == 0 && reader is JsonEventReader;
        }
        else
        {
            (tally.OtherEncoding, tally.IsEmpty) = (stream.OtherEncoding, stream.OtherEncoding is null);
        }

        return tally;
    }

    /// <summary>Says once of each folder that it mixes providers, at its first file.</summary>
    private static void Mixed(IReadOnlyList<EventTally> tallies)
    {
        foreach (var folder in tallies.Where(tally => tally.IsProvider).GroupBy(tally => Path.GetDirectoryName(Path.GetFullPath(tally.Path))))
        {
            var first = folder.First();
            List<string> others = [.. folder.Select(tally => tally.Format!).Where(name => name != first.Format).Distinct().Order(StringComparer.Ordinal)];
            if (others.Count > 0)
            {
                first.Problems.Mixed(first.FirstLine, EventFormats.Title(first.Format!), others.Select(EventFormats.Title));
            }
        }
    }
}
