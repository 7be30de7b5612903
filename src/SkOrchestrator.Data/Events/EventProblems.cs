using System.Globalization;
using SkOrchestrator.Data.Events.Reading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>What is wrong in one file; the first ones in words, all of them counted.</summary>
internal sealed class EventProblems(string file)
{
    private const int MostRows = 1000;
    private const int MostTexts = 20;
    private readonly List<RowDiagnostic> _rows = [];
    private readonly List<Diagnostic> _texts = [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>For <c>diagnostics.csv</c>; at most 1,000 of a file.</summary>
    public IReadOnlyList<RowDiagnostic> Rows => _rows;

    /// <summary>For people; at most 20 of a file.</summary>
    public IReadOnlyList<Diagnostic> Texts => _texts;

    public void Cut(long line, int? column) => Add(
        new Diagnostic(
            "EVT011", $"The file {file} ends in the middle; everything before is kept", file, line, column, "the end of the file",
            "a whole record, and the end of the list", "export or copy the file again, then repeat the analysis"),
        string.Empty);

    public void Damaged(long line, int? column) => Add(
        new Diagnostic(
            "EVT011", $"The compressed file {file} is damaged; everything before is kept", file, line, column, "bytes that can't be unpacked",
            "a whole gzip file", "copy or export the file again, then repeat the analysis"),
        string.Empty);

    /// <summary>What a compressed file ended with, if it ended too early.</summary>
    /// <returns>Whether it did.</returns>
    public bool End(EventStream stream, long line, int? column)
    {
        if (stream.IsDamaged)
        {
            Damaged(line, column);
        }
        else if (stream.IsCut)
        {
            Cut(line, column);
        }

        return stream.IsDamaged || stream.IsCut;
    }

    public void NoRecord(long line, int? column, string found, string expected) => Add(
        new Diagnostic(
            "EVT012", $"A record of {file} can't be read", file, line, column, found, expected, "mend the record or export the file again"),
        string.Empty);

    public void OtherShape(long line, string found, string expected) => Add(
        new Diagnostic(
            "EVT013", $"A record of {file} has another shape than the first one", file, line, null, found, expected, "keep the events of each provider in a file of their own"),
        string.Empty);

    public void BadTime(long line, string? found) => Add(
        new Diagnostic(
            "EVT014", $"A record of {file} has no usable time", file, line, null, Harmless.Time(found), EventTime.Expected, "write times in UTC, ISO 8601"),
        "timestamp");

    public void NoRecipient(long line) => Add(
        new Diagnostic(
            "EVT015", $"A record of {file} names nobody", file, line, null, "no recipient", "an address, a customer_id or sko_message",
            "export the events with their recipients"),
        "recipient");

    public void BadField(long line, string field, string? found, string expected) => Add(
        new Diagnostic("EVT017", $"A record of {file} can't be used (field {field})", file, line, null, found ?? "nothing", expected, "mend the record"),
        field);

    public void Mixed(long line, string provider, IEnumerable<string> others) => Add(
        new Diagnostic(
            "EVT016",
            $"The folder of {file} mixes mail providers: this file holds events of {provider}, others of {string.Join(", ", others)}; each was read in its own shape",
            file, line, null, provider, "one provider in a folder",
            "keep each provider's files in a folder of their own, unless the campaign really went out through both"),
        string.Empty,
        "ignored");

    private void Add(Diagnostic problem, string field, string action = "rejected")
    {
        Count++;
        if (_texts.Count < MostTexts)
        {
            _texts.Add(problem);
        }

        if (_rows.Count < MostRows)
        {
            var place = problem.Column is { } column ? string.Create(CultureInfo.InvariantCulture, $"byte {column}") : field;
            _rows.Add(new RowDiagnostic(file, problem.Line, place, problem.Code, problem.Found ?? string.Empty, problem.Expected ?? string.Empty, action));
        }
    }
}
