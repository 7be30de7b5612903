using System.Text;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>An open CSV file whose header has been read.</summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];
    private readonly string _path;
    private readonly InputFormat? _format;
    private readonly TextReader _text;

    private CsvFile(string path, InputFormat? format, TextReader text)
    {
        (_path, _format, _text) = (path, format, text);
        Name = Path.GetFileName(path);
        Records = null!;
        Header = [];
    }

    /// <summary>The file name without folders.</summary>
    public string Name { get; }

    /// <summary>The records behind the header.</summary>
    public CsvRecordReader Records { get; private set; }

    /// <summary>The column names, trimmed.</summary>
    public IReadOnlyList<string> Header { get; private set; }

    /// <summary>Opens the file and reads its header; the delimiter is the one that stands there most often.</summary>
    /// <exception cref="InvalidInputException">There is no header, or the text is not UTF-8.</exception>
    public static CsvFile Open(string path, InputFormat format)
    {
        CsvFile? file = null;
        try
        {
            file = new CsvFile(path, format, InputFile.OpenText(path, format));
            file.ReadHeader();
            return file;
        }
        catch (Exception exception) when (Explain(exception, path, format) is { } explained)
        {
            file?.Dispose();
            throw explained;
        }
    }

    /// <summary>Takes the rows from an open text, which need not be a file; <paramref name="name"/> stands for it in messages.</summary>
    /// <exception cref="InvalidInputException">There is no header, or the text is not UTF-8.</exception>
    public static CsvFile Open(string name, TextReader text)
    {
        var file = new CsvFile(name, null, text);
        try
        {
            file.ReadHeader();
            return file;
        }
        catch (Exception exception)
        {
            file.Dispose();
            throw Explain(exception, name, null) ?? exception;
        }
    }

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool ReadNext()
    {
        try
        {
            return Records.Read();
        }
        catch (Exception exception) when (Explain(exception, _path, _format) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private static InvalidInputException? Explain(Exception exception, string path, InputFormat? format) => exception switch
    {
        DecoderFallbackException => InputProblem.NotUtf8(path, format is { } known ? InputFile.FirstLineThatIsNotUtf8(path, known) : 1),
        InvalidDataException => InputProblem.Unreadable(path, "gzip"),
        _ => null,
    };

    private void ReadHeader()
    {
        var first = new StringBuilder();
        for (var next = _text.Read(); next >= 0; next = _text.Read())
        {
            first.Append((char)next);
            var ends = next == '\n' || (next == '\r' && _text.Peek() != '\n');
            if (ends && !string.IsNullOrWhiteSpace(first.ToString()))
            {
                break;
            }
        }

        if (string.IsNullOrWhiteSpace(first.ToString()))
        {
            throw InputProblem.EmptyFile(_path);
        }

        var line = first.ToString();
        var delimiter = Delimiters.MaxBy(candidate => OutsideQuotes(line, candidate));
        var header = new CsvRecordReader(new StringReader(line), delimiter);
        header.Read();
        Header = [.. header.Fields.Select(name => name.Trim())];
        Records = new CsvRecordReader(_text, delimiter, header.Line);
    }

    private static int OutsideQuotes(string line, char wanted)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += !quoted && letter == wanted ? 1 : 0;
        }

        return count;
    }
}
