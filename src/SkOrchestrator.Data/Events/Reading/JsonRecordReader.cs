namespace SkOrchestrator.Data.Events.Reading;

/// <summary>
/// Takes JSON objects one by one from arrays, from lines, from objects that follow one another and from <c>{"items":[…]}</c>, in memory for one
/// object, and knows where each begins. What is broken is given up alone: reading goes on at the next line that begins like a record.
/// </summary>
internal sealed class JsonRecordReader(Stream stream)
{
    private const int LongestRecord = 1 << 20;
    private const int LongestWrapper = 64;
    private const int Chunk = 1 << 16;
    private byte[] _buffer = new byte[Chunk];
    private int _position;
    private int _end;
    private bool _streamEnded;
    private long _positionLine = 1;
    private int _positionColumn = 1;
    private int _openArrays;
    private bool _isInItems;
    private bool _isDone;

    private enum Scan
    {
        Closed,
        Ended,
        Hopeless,
    }

    /// <summary>The line the record starts on, or where the file ends, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The byte in the line, counted from 1.</summary>
    public int Column { get; private set; }

    /// <summary>The bytes of the record; good until the next call.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>Goes to the next record.</summary>
    public RecordState Read()
    {
        while (!_isDone && HasByte())
        {
            switch (_buffer[_position])
            {
                case (byte)'[':
                    _openArrays++;
                    Move(1);
                    break;
                case (byte)']' when _openArrays > 0:
                    _openArrays--;
                    Move(1);
                    if (_isInItems && _openArrays == 0)
                    {
                        _isInItems = false;
                        return ReadTail();
                    }

                    break;
                case (byte)',' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1E:
                    Move(1);
                    break;
                case (byte)'{' when StartsItems() is var length and > 0:
                    (_isInItems, _openArrays) = (true, _openArrays + 1);
                    Move(length);
                    break;
                case (byte)'{':
                    return ReadObject();
                default:
                    return SkipText();
            }
        }

        return _isDone || _openArrays == 0 ? RecordState.End : Cut();
    }

    private RecordState ReadObject()
    {
        (Line, Column) = (_positionLine, _positionColumn);
        var scan = FindEnd(0, out var end);
        if (scan == Scan.Closed)
        {
            Record = _buffer.AsMemory(_position, end - _position);
            Move(end - _position);
            return RecordState.Whole;
        }

        if (NextStart(end) is { } next)
        {
            Move(next - _position);
            return RecordState.Broken;
        }

        Move(end - _position);
        return scan == Scan.Ended ? Cut() : RecordState.Broken;
    }

    /// <summary>What stands behind the list of <c>{"items":[…], …}</c>.</summary>
    private RecordState ReadTail()
    {
        (Line, Column) = (_positionLine, _positionColumn);
        var scan = FindEnd(1, out var end);
        Move(end - _position);
        return scan switch
        {
            Scan.Closed => Read(),
            Scan.Ended => Cut(),
            _ => RecordState.Broken,
        };
    }

    /// <summary>Looks for the brace that closes the object; the end is the place behind it, or where the search stopped.</summary>
    private Scan FindEnd(int depth, out int end)
    {
        var (inText, escaped) = (false, false);
        for (end = _position; ; end++)
        {
            if (end == _end && !Fill(ref end))
            {
                return Scan.Ended;
            }

            var letter = _buffer[end];
            if (escaped)
            {
                escaped = false;
            }
            else if (inText)
            {
                (escaped, inText) = (letter == '\\', letter != '"');
            }
            else
            {
                inText = letter == '"';
                depth += letter is (byte)'{' or (byte)'[' ? 1 : letter is (byte)'}' or (byte)']' ? -1 : 0;
                if (depth == 0)
                {
                    end++;
                    return Scan.Closed;
                }
            }

            if ((inText && letter == '\n') || end - _position > LongestRecord)
            {
                return Scan.Hopeless;
            }
        }
    }

    /// <summary>The next line, up to a place, that begins like a record and no deeper than the broken one.</summary>
    private int? NextStart(int end)
    {
        for (var i = _position; i < end; i++)
        {
            if (_buffer[i] == '\n')
            {
                var start = i + 1;
                while (start < end && _buffer[start] is (byte)' ' or (byte)'\t' or (byte)',')
                {
                    start++;
                }

                if (start < end && _buffer[start] == '{' && start - i <= _positionColumn)
                {
                    return start;
                }
            }
        }

        return null;
    }

    /// <summary>Passes over text that is no JSON: in a list up to the next record, else up to a line that begins like one.</summary>
    private RecordState SkipText()
    {
        (Line, Column) = (_positionLine, _positionColumn);
        var mayStart = false;
        while (HasByte() && !(mayStart && _buffer[_position] is (byte)'{' or (byte)'[' or (byte)']'))
        {
            mayStart = _openArrays > 0 || _buffer[_position] == '\n' || (mayStart && _buffer[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)',');
            Move(1);
        }

        return RecordState.Broken;
    }

    private RecordState Cut()
    {
        (_isDone, Line, Column) = (true, _positionLine, _positionColumn);
        return RecordState.Cut;
    }

    private int StartsItems()
    {
        while (_end - _position < LongestWrapper)
        {
            var end = _end;
            if (!Fill(ref end))
            {
                break;
            }
        }

        var i = Blank(_position + 1);
        if (!_buffer.AsSpan(i, _end - i).StartsWith("\"items\""u8))
        {
            return 0;
        }

        i = Blank(i + "\"items\"".Length);
        if (i >= _end || _buffer[i] != ':')
        {
            return 0;
        }

        i = Blank(i + 1);
        return i < _end && _buffer[i] == '[' ? i + 1 - _position : 0;
    }

    private int Blank(int i)
    {
        while (i < _end && _buffer[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i++;
        }

        return Math.Min(i, _end);
    }

    private bool HasByte()
    {
        var end = _end;
        return _position < _end || Fill(ref end);
    }

    private void Move(int count)
    {
        var passed = _buffer.AsSpan(_position, count);
        var last = passed.LastIndexOf((byte)'\n');
        if (last < 0)
        {
            _positionColumn += count;
        }
        else
        {
            _positionLine += passed.Count((byte)'\n');
            _positionColumn = count - last;
        }

        _position += count;
    }

    /// <summary>Reads on; what is not used up yet moves to the front, and the place with it.</summary>
    private bool Fill(ref int place)
    {
        if (_streamEnded)
        {
            return false;
        }

        if (_position > 0)
        {
            _buffer.AsSpan(_position, _end - _position).CopyTo(_buffer);
            (_end, place, _position) = (_end - _position, place - _position, 0);
        }

        if (_buffer.Length - _end < Chunk / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _streamEnded = read == 0;
        return read > 0;
    }
}
