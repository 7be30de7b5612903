using SkOrchestrator.Data.Events.Formats;
using SkOrchestrator.Data.Loading;

namespace SkOrchestrator.Data.Events.Reading;

/// <summary>
/// Reads events from CSV in any column order: <c>recipient,message_id,experiment,variant,event,timestamp_utc,url,value</c>, or the columns of a
/// run's own <c>events.csv</c>. Other columns are passed over.
/// </summary>
internal sealed class CsvEventReader : IEventReader
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly EventStream _stream;
    private readonly EventProblems _problems;
    private readonly CsvRecordReader _records;
    private readonly Dictionary<string, int> _columns;
    private readonly int _width;

    public CsvEventReader(EventStream stream, EventProblems problems)
    {
        (_stream, _problems) = (stream, problems);
        var text = new StreamReader(stream);
        var header = text.ReadLine() ?? string.Empty;
        var delimiter = Delimiters.MaxBy(candidate => header.Count(letter => letter == candidate));
        var names = new CsvRecordReader(new StringReader(header), delimiter);
        names.Read();
        _width = names.Fields.Count;
        _columns = names.Fields.Index()
            .Select(field => (Name: field.Item.Trim().ToLowerInvariant(), field.Index))
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => field.Index, StringComparer.Ordinal);
        _records = new CsvRecordReader(text, delimiter, 1);
    }

    public string? Format => Has("event") && (Has("recipient") || Has("customer_id") || Has("sko_message")) && (Has("timestamp_utc") || Has("timestamp")) ? "csv" : null;

    public bool IsProvider => false;

    public IEnumerable<EventRecord> Read()
    {
        if (Format is null)
        {
            yield break;
        }

        // one row behind: only the end shows whether the last row is whole
        EventRecord? last = null;
        long? misfit = null;
        while (_records.Read())
        {
            if (last is { } whole)
            {
                yield return whole;
            }
            else if (misfit is { } line)
            {
                Misfit(line);
            }

            (last, misfit) = (null, null);
            if (_records.IsBroken || _records.Fields.Count != _width)
            {
                misfit = _records.Line;
            }
            else
            {
                last = new EventRecord(_records.Line, Event());
            }
        }

        if (_problems.End(_stream, _records.Line, null))
        {
            yield break;
        }

        if (last is not null)
        {
            yield return last.Value;
        }
        else if (misfit is { } line && !_records.IsBroken && _records.Fields.Count < _width)
        {
            _problems.Cut(line, null);
        }
        else if (misfit is { } broken)
        {
            Misfit(broken);
        }
    }

    private void Misfit(long line) =>
        _problems.NoRecord(line, null, "another number of fields, or an open quote", FormattableString.Invariant($"{_width} fields, as in the header"));

    private ProviderEvent Event()
    {
        var type = Field("event");
        var (name, isHard) = EventWord.Read(type);
        var time = Field("timestamp_utc") ?? Field("timestamp");
        var value = Field("value");
        var money = EventWord.Money(value);
        var isBad = value is not null && money is null && name == EventName.Converted;
        return new ProviderEvent
        {
            RawType = type,
            Name = name,
            At = EventTime.Read(time),
            RawTime = time,
            Recipient = Field("recipient"),
            Message = Field("sko_message"),
            Customer = Plain(Field("customer_id")) ?? Field("sko_customer"),
            Url = Field("url"),
            Agent = Field("user_agent"),
            IsMachine = IsYes(Field("machine")),
            IsHard = isHard && !IsNo(Field("hard")),
            EventId = Plain(Field("event_id")),
            Value = money,
            Currency = Field("currency"),
            Source = Field("source"),
            BrokenField = isBad ? "value" : null,
            Found = isBad ? Harmless.Amount(value) : null,
            Expected = isBad ? "an amount with a decimal point, such as 12.50" : null,
        };
    }

    private bool Has(string column) => _columns.ContainsKey(column);

    private string? Field(string column) =>
        _columns.TryGetValue(column, out var index) && _records.Fields[index].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Without the quote that makes a cell inert in a spreadsheet.</summary>
    private static string? Plain(string? text) => text is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r', ..] ? text[1..] : text;

    private static bool IsYes(string? text) => text?.ToLowerInvariant() is "true" or "yes" or "1";

    private static bool IsNo(string? text) => text?.ToLowerInvariant() is "false" or "no" or "0";
}
