using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>
/// Reads YAML into elements that know their place. Refuses what could surprise: aliases, tags, several documents, deep nesting.
/// </summary>
internal sealed class YamlTree
{
    private const int DeepestNesting = 32;

    private readonly string _file;
    private readonly long _lineOffset;
    private readonly ProblemList _problems;
    private readonly string _text;
    private readonly Parser _parser;

    private YamlTree(string text, string file, long lineOffset, ProblemList problems)
    {
        _file = file;
        _lineOffset = lineOffset;
        _problems = problems;
        _text = text;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>The mapping at the top of the text; null when there is none, which is a problem.</summary>
    /// <param name="text">The YAML text.</param>
    /// <param name="file">The file, as the user named it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <param name="lineOffset">Lines of the file in front of the text.</param>
    public static YamlMap? ReadMap(string text, string file, ProblemList problems, long lineOffset = 0)
    {
        var tree = new YamlTree(text, file, lineOffset, problems);
        try
        {
            return tree.ReadDocument();
        }
        catch (YamlException e)
        {
            tree.NoteSyntax(e.Start, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException)
        {
            // The parser also fails with other exceptions on some broken texts, such as a bracket that is not closed.
            tree.NoteSyntax(tree._parser.Current?.End ?? Mark.Empty, "something is not closed or not indented as the lines around it");
        }

        return null;
    }

    private void NoteSyntax(Mark mark, string message)
    {
        if (TabInIndentation() is { } tab)
        {
            _problems.Add(
                ProblemKind.Syntax,
                new YamlPlace(_file, tab.Line + _lineOffset, tab.Column),
                "the YAML can't be read: a tab stands in the indentation",
                "a tab",
                "blanks",
                "indent this line with blanks");
            return;
        }

        _problems.Add(
            ProblemKind.Syntax,
            new YamlPlace(_file, Math.Max(mark.Line, 1) + _lineOffset, (int)Math.Max(mark.Column, 1)),
            $"the YAML can't be read: {message}",
            fix: "check indentation, colons, quotes and brackets from this line on");
    }

    /// <summary>The first tab in front of a line's text; the parser itself gives up far from it.</summary>
    private (long Line, int Column)? TabInIndentation()
    {
        foreach (var (index, line) in _text.Split('\n').Index())
        {
            var blanks = line.Length - line.TrimStart().Length;
            if (line.IndexOf('\t') is >= 0 and var tab && tab < blanks && blanks < line.TrimEnd().Length)
            {
                return (index + 1, tab + 1);
            }
        }

        return null;
    }

    private YamlMap? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _problems.Add(
                ProblemKind.Structure,
                new YamlPlace(_file, _lineOffset + 1, 1),
                "the file is empty",
                "nothing",
                "keys and values");
            return null;
        }

        var top = ReadElement(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _problems.Add(ProblemKind.Structure, PlaceOf(second), "a second document begins here", "---", "one document in a file");
        }

        if (top is YamlMap map)
        {
            return map;
        }

        if (top is not null)
        {
            _problems.Add(ProblemKind.Structure, top.Place, "the file does not begin with keys and values", top.Kind, "keys and values");
        }

        return null;
    }

    private YamlElement? ReadElement(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new YamlException(_parser.Current!.Start, _parser.Current.End, $"nested more than {DeepestNesting} levels deep");
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _problems.Add(
                ProblemKind.Structure,
                PlaceOf(alias),
                "aliases are not allowed",
                $"*{alias.Value}",
                "the value itself",
                "write the value out");
            return null;
        }

        if (_parser.Current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            _problems.Add(
                ProblemKind.Structure,
                PlaceOf(tagged),
                "tags are not allowed",
                tagged.Tag.ToString(),
                "a plain value",
                "remove the tag");
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(PlaceOf(scalar), scalar.Value, scalar.Style != ScalarStyle.Plain);
        }

        return _parser.Accept<SequenceStart>(out _) ? ReadList(depth) : ReadEntries(depth);
    }

    private YamlList ReadList(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlElement>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadElement(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        return new YamlList(PlaceOf(start), items);
    }

    private YamlMap ReadEntries(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, YamlText>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadElement(depth + 1);
            var value = ReadElement(depth + 1);
            if (key is not YamlText name)
            {
                if (key is not null)
                {
                    _problems.Add(ProblemKind.Structure, key.Place, "a key must be a single word", key.Kind, "a name");
                }
            }
            else if (!seen.TryAdd(name.Text, name))
            {
                var expected = $"each key once (first on line {seen[name.Text].Place.Line})";
                _problems.Add(
                    ProblemKind.Duplicate,
                    name.Place,
                    $"the key {name.Text} stands twice",
                    name.Text,
                    expected,
                    "remove one of them");
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        return new YamlMap(PlaceOf(start), entries);
    }

    private YamlPlace PlaceOf(ParsingEvent parsed) => new(_file, parsed.Start.Line + _lineOffset, (int)parsed.Start.Column);
}
