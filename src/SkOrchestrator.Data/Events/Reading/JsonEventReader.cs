using System.Text.Json;
using SkOrchestrator.Data.Events.Formats;

namespace SkOrchestrator.Data.Events.Reading;

/// <summary>Reads events from JSON of any provider; the first record of a known shape decides for the file.</summary>
internal sealed class JsonEventReader(EventStream stream, EventProblems problems) : IEventReader
{
    private const int RecordsToRecogniseBy = 100;
    private IEventFormat? _format;

    public string? Format => _format?.Name;

    public bool IsProvider => _format?.IsProvider == true;

    public IEnumerable<EventRecord> Read()
    {
        var records = new JsonRecordReader(stream);
        var state = RecordState.Broken;
        for (var count = 0; state is not (RecordState.Cut or RecordState.End) && (_format is not null || count < RecordsToRecogniseBy); count++)
        {
            state = records.Read();
            switch (state)
            {
                case RecordState.Whole:
                    foreach (var item in Events(records.Record, records.Line, records.Column))
                    {
                        yield return new EventRecord(records.Line, item);
                    }

                    break;
                case RecordState.Broken:
                    problems.NoRecord(records.Line, records.Column, "text that is no JSON object", "a JSON object with its closing brace");
                    break;
                case RecordState.Cut:
                    if (!problems.End(stream, records.Line, records.Column))
                    {
                        problems.Cut(records.Line, records.Column);
                    }

                    break;
                default:
                    break;
            }
        }

        if (state == RecordState.End)
        {
            problems.End(stream, records.Line, null);
        }
    }

    private IReadOnlyList<ProviderEvent> Events(ReadOnlyMemory<byte> record, long line, int column)
    {
        try
        {
            using var document = JsonDocument.Parse(record);
            _format ??= EventFormats.Of(document.RootElement);
            if (_format?.Recognises(document.RootElement) != true)
            {
                var found = EventFormats.Of(document.RootElement) is { } other ? EventFormats.Title(other.Name) : "an object of no known shape";
                problems.OtherShape(line, found, _format is null ? "an event of a known provider" : $"the shape of {EventFormats.Title(_format.Name)}");
                return [];
            }

            return [.. _format.Read(document.RootElement)];
        }
        catch (JsonException exception)
        {
            var inside = exception.LineNumber ?? 0;
            var place = (int)(exception.BytePositionInLine ?? 0) + (inside == 0 ? column : 1);
            problems.NoRecord(line + inside, place, "broken JSON", "valid JSON");
            return [];
        }
        catch (InvalidOperationException)
        {
            // a text that is no valid Unicode
            problems.NoRecord(line, column, "text that is not UTF-8", "UTF-8 text");
            return [];
        }
    }
}
