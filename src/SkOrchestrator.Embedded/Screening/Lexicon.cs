using System.Globalization;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>The entries of <c>lexicon.txt</c>, indexed by the words they can begin with.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, IReadOnlySet<string>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LexiconEntry>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<LexiconEntry> _byBeginning = [];

    private Lexicon(IEnumerable<string> lines)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is not [var kind, var name, var severity, var patterns])
            {
                throw new InvalidDataException($"Not a row of the lexicon: {line}");
            }

            if (kind == "class")
            {
                _classes.Add(name, patterns.Split(' ').ToHashSet(StringComparer.Ordinal));
                continue;
            }

            foreach (var pattern in patterns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                Add(new LexiconEntry(ParseKind(kind), ParseCategory(name), int.Parse(severity, CultureInfo.InvariantCulture), Parse(pattern)), words);
            }
        }

        Negations = _classes["not"];
        Words = new Vocabulary(words);
    }

    /// <summary>The lexicon that ships with the product.</summary>
    public static Lexicon Default { get; } = new(EmbeddedText.Lines("screening.lexicon.txt"));

    /// <summary>All words of all patterns.</summary>
    public Vocabulary Words { get; }

    /// <summary>Words that a gap never skips.</summary>
    public IReadOnlySet<string> Negations { get; }

    /// <summary>The entries that can begin with a word.</summary>
    public IEnumerable<LexiconEntry> StartingWith(Word word)
    {
        foreach (var form in word.Forms)
        {
            if (_byFirstWord.TryGetValue(form, out var entries))
            {
                foreach (var entry in entries)
                {
                    yield return entry;
                }
            }
        }

        foreach (var entry in _byBeginning)
        {
            if (entry.Elements[0].Fits(word))
            {
                yield return entry;
            }
        }
    }

    private void Add(LexiconEntry entry, HashSet<string> words)
    {
        foreach (var word in entry.Elements[0].Words)
        {
            if (!_byFirstWord.TryGetValue(word, out var entries))
            {
                _byFirstWord.Add(word, entries = []);
            }

            entries.Add(entry);
        }

        if (entry.Elements[0].Beginnings.Count > 0)
        {
            _byBeginning.Add(entry);
        }

        words.UnionWith(entry.Elements.SelectMany(e => e.Words));
    }

    private PatternElement[] Parse(string pattern)
    {
        PatternElement[] elements = [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseElement)];
        return elements[0].Gap == 0 && elements[^1].Gap == 0 ? elements : throw new InvalidDataException($"A pattern can't begin or end with a gap: {pattern}");
    }

    private PatternElement ParseElement(string element)
    {
        if (element[0] == '~')
        {
            return new PatternElement(new HashSet<string>(), [], int.Parse(element.AsSpan(1), CultureInfo.InvariantCulture));
        }

        var words = new HashSet<string>(StringComparer.Ordinal);
        var beginnings = new List<string>();
        foreach (var part in element.Split('/'))
        {
            if (part[0] == '@')
            {
                words.UnionWith(_classes[part[1..]]);
            }
            else if (part[^1] == '*')
            {
                beginnings.Add(part[..^1]);
            }
            else
            {
                words.Add(part);
            }
        }

        return new PatternElement(words, beginnings, 0);
    }

    private static EntryKind ParseKind(string kind) => kind switch
    {
        "term" => EntryKind.Term,
        "safe" => EntryKind.Safe,
        "help" => EntryKind.Help,
        _ => throw new InvalidDataException($"Not a kind of lexicon row: {kind}"),
    };

    private static SafetyCategory? ParseCategory(string name) => name == "any"
        ? null
        : Enum.GetValues<SafetyCategory>().Single(c => CategoryWord.Of(c) == name);
}
