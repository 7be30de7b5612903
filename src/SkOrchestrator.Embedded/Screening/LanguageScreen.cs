namespace SkOrchestrator.Embedded.Screening;

/// <summary>
/// Tells whether a text is English throughout, by its script and by the small words of each language. A foreign passage of eight words shows, inside English too;
/// names and loan words don't. It judges windows of words, so a foreign sentence can't hide behind the rest of the mail.
/// </summary>
internal sealed class LanguageScreen
{
    private const string Unknown = "unknown language";
    private const int Window = 8;
    private const int LongEnoughForUnknown = 12;
    private const int WholeTextMinimum = 20;
    private const int ForeignLetters = 15;
    private const int ClearHits = 3;
    private const int FaintEvidence = 2;
    private const int AccentsAlone = 4;
    private static readonly Dictionary<string, HashSet<string>> SmallWords = Load();
    private static readonly HashSet<string> English = SmallWords["en"];
    private static readonly (string Language, HashSet<string> Words)[] Others =
        [.. SmallWords.Where(l => l.Key != "en").Select(l => (l.Key, l.Value)).OrderBy(l => l.Key, StringComparer.Ordinal)];

    /// <summary>The language of a passage that is not English, <c>unknown language</c>, or null when all is English or too short to tell.</summary>
    public static string? FindForeign(string text)
    {
        var passages = Passages.Read(text);
        if (passages.NonLatinLetters >= ForeignLetters || (passages.NonLatinLetters > 0 && passages.NonLatinLetters >= passages.LatinLetters))
        {
            return "not in Latin script";
        }

        var whole = passages.All;
        if (whole.Count >= WholeTextMinimum && Share(whole, English) < 0.1)
        {
            return Named(whole) ?? Unknown;
        }

        return passages.Sentences.Concat(passages.Paragraphs).Select(JudgePassage).FirstOrDefault(l => l is not null) ?? JudgeWindows(whole);
    }

    private static string? JudgePassage(Passage passage)
    {
        var words = passage.Words;
        if (words.Count < Window || Share(words, English) > 0.1)
        {
            return null;
        }

        if (Named(words) is { } language)
        {
            return language;
        }

        var accented = words.Count(IsAccented);
        return accented * 4 >= words.Count || (words.Count >= LongEnoughForUnknown && !passage.IsList && !words.Any(English.Contains)) ? Unknown : null;
    }

    /// <summary>The language with the most small words among the words: at least two, and a fifth.</summary>
    private static string? Named(IReadOnlyList<string> words)
    {
        var (language, hits) = Others.Select(o => (o.Language, Hits: words.Count(o.Words.Contains))).MaxBy(o => o.Hits);
        return hits >= 2 && hits * 5 >= words.Count ? language : null;
    }

    /// <summary>Slides over the text, so that a passage shows without line or sentence ends around it.</summary>
    private static string? JudgeWindows(IReadOnlyList<string> words)
    {
        for (var start = 0; start + Window <= words.Count; start++)
        {
            var window = words.Skip(start).Take(Window).ToList();
            var english = window.Count(English.Contains);
            if (english > 1)
            {
                continue;
            }

            var (language, small) = Others.Select(o => (o.Language, o.Words)).MaxBy(o => window.Count(o.Words.Contains));
            // distinct words: a name such as "de la" that is repeated is no sentence
            var hits = window.Where(small.Contains).Distinct(StringComparer.Ordinal).Count();
            var accented = window.Count(w => !small.Contains(w) && IsAccented(w));
            if (hits >= ClearHits || (english == 0 && hits > 0 && hits + accented >= FaintEvidence))
            {
                return language;
            }

            if (english == 0 && accented >= AccentsAlone)
            {
                return Unknown;
            }
        }

        return null;
    }

    private static bool IsAccented(string word) => word.Any(c => char.IsLetter(c) && c > 127);

    private static double Share(IReadOnlyList<string> words, HashSet<string> language) => (double)words.Count(language.Contains) / words.Count;

    private static Dictionary<string, HashSet<string>> Load()
    {
        var words = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.Lines("screening.stopwords.txt"))
        {
            var (language, list) = line.Split('|', StringSplitOptions.TrimEntries) is [var l, var w] ? (l, w) : throw new InvalidDataException($"Not a row of small words: {line}");
            words.TryAdd(language, new HashSet<string>(StringComparer.Ordinal));
            words[language].UnionWith(list.Split(' '));
        }

        words.Remove("shared", out var shared);
        foreach (var other in words.Where(l => l.Key != "en"))
        {
            other.Value.ExceptWith(words["en"]);
            other.Value.ExceptWith(shared ?? []);
            other.Value.RemoveWhere(w => w.Length == 1);
        }

        return words;
    }
}
