using System.Globalization;

namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>
/// Reads the keys of a mapping as typed values and notes every problem. A value that is missing or wrong comes back as null, so that
/// reading can go on; whoever reads must not use the result when there are problems. Every key that is asked for counts as known.
/// </summary>
/// <param name="map">The mapping.</param>
/// <param name="path">Its place in words, such as <c>simulation.base</c>; empty at the top.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class YamlReader(YamlMap map, string path, ProblemList problems)
{
    private const NumberStyles NumberForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Receives what is wrong.</summary>
    public ProblemList Problems => problems;

    /// <summary>Where the mapping begins.</summary>
    public YamlPlace Place => map.Place;

    /// <summary>The entries as written.</summary>
    public IReadOnlyList<YamlEntry> Entries => map.Entries;

    /// <summary>Where a key's value stands, or the mapping when the key is missing.</summary>
    public YamlPlace PlaceOf(string key) => map.Find(key)?.Value.Place ?? map.Place;

    /// <summary>The full name of a key for a message.</summary>
    public string NameOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>The value of a key; null when it is missing or empty.</summary>
    public YamlElement? Find(string key)
    {
        _known.Add(key);
        return map.Find(key)?.Value is { } value and not YamlText { IsNull: true } ? value : null;
    }

    /// <summary>Notes each of the keys that is missing or empty.</summary>
    public void Require(params IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(k => Find(k) is null))
        {
            var found = map.Find(key) is null ? "no such key" : "no value";
            problems.Add(ProblemKind.MissingKey, PlaceOf(key), $"{NameOf(key)} is missing", found, key, $"add {key}");
        }
    }

    /// <summary>Text on one line: white space is collapsed; control characters are a problem.</summary>
    public string? Text(string key) => Find(key) is { } value ? TextOf(value, key) : null;

    /// <summary>A number within a range.</summary>
    public double? Number(string key, NumberRange range) => Find(key) is { } value ? NumberOf(value, key, range) : null;

    /// <summary>A whole number within a range.</summary>
    public int? Whole(string key, NumberRange range) =>
        Find(key) is { } value ? (int?)NumberOf(value, key, range with { IsWhole = true }) : null;

    /// <summary>True or false.</summary>
    public bool? Flag(string key) => Choice(key, new Dictionary<string, bool> { ["true"] = true, ["false"] = false });

    /// <summary>One of several names.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (choices.TryGetValue(text, out var chosen))
        {
            return chosen;
        }

        UnknownName(PlaceOf(key), NameOf(key), text, choices.Keys);
        return null;
    }

    /// <summary>A list of texts, each of them on one line.</summary>
    /// <param name="key">The key.</param>
    /// <param name="orSingle">Whether a single value may stand for a list of one.</param>
    public IReadOnlyList<YamlText>? Texts(string key, bool orSingle = false)
    {
        var value = Find(key);
        return orSingle && value is YamlText ? TextsOf([value], key) : List(key) is { } list ? TextsOf(list.Items, key) : null;
    }

    /// <summary>The mapping under a key.</summary>
    public YamlReader? Map(string key) => Find(key) is { } value ? MapOf(value, NameOf(key)) : null;

    /// <summary>The list under a key.</summary>
    public YamlList? List(string key) => Find(key) switch
    {
        null => null,
        YamlList list => list,
        var other => WrongType<YamlList>(other, NameOf(key), "a list, such as [a, b]"),
    };

    /// <summary>A value as mapping; anything else is a problem.</summary>
    public YamlReader? MapOf(YamlElement value, string name) => value is YamlMap inner
        ? new YamlReader(inner, name, problems)
        : WrongType<YamlReader>(value, name, "keys and values");

    /// <summary>A value as text on one line; anything else is a problem.</summary>
    public string? TextOf(YamlElement value, string key)
    {
        if (value is not YamlText text || text.IsNull)
        {
            return WrongType<string>(value, NameOf(key), "text");
        }

        var line = string.Join(' ', text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Any(char.IsControl))
        {
            problems.Add(ProblemKind.Format, value.Place, $"{NameOf(key)} holds a control character", expected: "readable text");
            return null;
        }

        if (line.Length == 0)
        {
            problems.Add(ProblemKind.MissingKey, value.Place, $"{NameOf(key)} is empty", "no text", "text");
            return null;
        }

        return line;
    }

    /// <summary>A value as number within a range; anything else is a problem.</summary>
    public double? NumberOf(YamlElement value, string key, NumberRange range)
    {
        if (value is not YamlText { IsQuoted: false } text ||
            !double.TryParse(text.Text, NumberForm, CultureInfo.InvariantCulture, out var number) ||
            !double.IsFinite(number))
        {
            var fix = value is YamlText { IsQuoted: true } ? "remove the quotes" : null;
            problems.Add(ProblemKind.WrongType, value.Place, $"{NameOf(key)} is not a number", value.Kind, range.Words, fix);
            return null;
        }

        if (!range.Contains(number))
        {
            problems.Add(ProblemKind.OutOfRange, value.Place, $"{NameOf(key)} is out of range", text.Text, range.Words);
            return null;
        }

        return number;
    }

    /// <summary>Notes a name that is not one of the known ones.</summary>
    public void UnknownName(YamlPlace place, string name, string found, IEnumerable<string> known)
    {
        var names = known.ToList();
        var expected = $"one of {string.Join(", ", names)}";
        var fix = Spelling.DidYouMean(found, names, $"use {expected}");
        problems.Add(ProblemKind.UnknownValue, place, $"{name} has an unknown value", found, expected, fix);
    }

    /// <summary>The keys that were asked for so far.</summary>
    public IReadOnlyCollection<string> KnownKeys => _known;

    /// <summary>The keys that nothing asked for. Look at it when all keys were read.</summary>
    public IEnumerable<YamlText> UnknownKeys => map.Entries.Select(e => e.Key).Where(k => !_known.Contains(k.Text));

    /// <summary>Notes each key that nothing asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var key in UnknownKeys)
        {
            var expected = $"one of {string.Join(", ", _known)}";
            var fix = Spelling.DidYouMean(key.Text, _known, "remove it");
            problems.Add(ProblemKind.UnknownKey, key.Place, $"{NameOf(key.Text)} is not a known key", key.Text, expected, fix);
        }
    }

    private List<YamlText> TextsOf(IEnumerable<YamlElement> items, string key) =>
        [.. items.Select(item => TextOf(item, key) is { } text ? new YamlText(item.Place, text, true) : null).OfType<YamlText>()];

    private T? WrongType<T>(YamlElement value, string name, string expected)
        where T : class
    {
        problems.Add(ProblemKind.WrongType, value.Place, $"{name} has the wrong type", value.Kind, expected);
        return null;
    }
}
