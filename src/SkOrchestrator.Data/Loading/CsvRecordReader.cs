using System.Text;

namespace SkOrchestrator.Data.Loading;

/// <summary>
/// Reads CSV records one by one and knows the physical line each starts on. A record with a broken quote is given up at its first
/// line and reading goes on at the next, so that one stray quote never swallows the rows behind it.
/// </summary>
internal sealed class CsvRecordReader(TextReader text, char delimiter, long linesBefore = 0)
{
    private const int LongestRecord = 1 << 20;
    private readonly Stack<string> _pushedBack = new();
    private readonly List<string> _fields = [];
    private readonly StringBuilder _field = new();
    private long _linesRead = linesBefore;

    private enum Quoting
    {
        Closed,
        Open,
        Broken,
    }

    /// <summary>The physical line the record starts on, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the quotes of the record are broken; <see cref="Fields"/> is then of no use.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The fields of the record, unquoted.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Goes to the next record, blank lines left out; false at the end.</summary>
    public bool Read()
    {
        string? line;
        do
        {
            line = ReadLine();
        }
        while (line is not null && string.IsNullOrWhiteSpace(line) && !line.Contains(delimiter));

        if (line is null)
        {
            return false;
        }

        Line = _linesRead;
        if (line.Contains('"'))
        {
            ReadQuoted(line);
        }
        else
        {
            IsBroken = false;
            _fields.Clear();
            foreach (var range in line.AsSpan().Split(delimiter))
            {
                _fields.Add(line[range]);
            }
        }

        return true;
    }

    private void ReadQuoted(string line)
    {
        var record = line;
        var more = new List<string>();
        var quoting = Split(record);
        while (quoting == Quoting.Open && record.Length < LongestRecord)
        {
            var tail = new StringBuilder(record);
            string? next;
            do
            {
                next = ReadLine();
                if (next is not null)
                {
                    more.Add(next);
                    tail.Append('\n').Append(next);
                }
            }
            while (next is not null && !next.Contains('"') && tail.Length < LongestRecord);
            record = tail.ToString();
            quoting = next is null ? Quoting.Broken : Split(record);
        }

        IsBroken = quoting != Quoting.Closed;
        if (IsBroken)
        {
            for (var i = more.Count - 1; i >= 0; i--)
            {
                _pushedBack.Push(more[i]);
                _linesRead--;
            }
        }
    }

    private Quoting Split(string record)
    {
        _fields.Clear();
        for (var i = 0; ; i++)
        {
            if (i < record.Length && record[i] == '"')
            {
                _field.Clear();
                for (i++; ; i++)
                {
                    if (i >= record.Length)
                    {
                        return Quoting.Open;
                    }

                    if (record[i] != '"')
                    {
                        _field.Append(record[i]);
                    }
                    else if (i + 1 < record.Length && record[i + 1] == '"')
                    {
                        _field.Append(record[i++]);
                    }
                    else
                    {
                        break;
                    }
                }

                _fields.Add(_field.ToString());
                i++;
                if (i < record.Length && record[i] != delimiter)
                {
                    return Quoting.Broken;
                }
            }
            else
            {
                var end = record.IndexOf(delimiter, i);
                end = end < 0 ? record.Length : end;
                _fields.Add(record[i..end]);
                i = end;
            }

            if (i >= record.Length)
            {
                return Quoting.Closed;
            }
        }
    }

    private string? ReadLine()
    {
        var line = _pushedBack.Count > 0 ? _pushedBack.Pop() : text.ReadLine();
        _linesRead += line is null ? 0 : 1;
        return line;
    }
}
