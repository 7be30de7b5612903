namespace SkOrchestrator.Content;

/// <summary>
/// Splits English plain text into whole sentences. In doubt it does not split: two sentences taken for one do no harm, half a
/// sentence does.
/// </summary>
public static class SentenceSplitter
{
    private const string Terminators = ".!?…";
    private const string Closers = "\"'”’)]»";
    private const string Openers = "\"'“‘([«";

    /// <summary>Abbreviations after which a sentence goes on.</summary>
    private static readonly HashSet<string> Inner = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "eg", "ie", "cf", "vs", "viz", "approx", "ca", "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "st", "mt",
        "capt", "sgt", "vol", "para", "tel", "incl", "excl", "est", "dept",
    };

    /// <summary>Abbreviations that are followed by a number; before anything else the word is a word.</summary>
    private static readonly HashSet<string> BeforeNumbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nos", "nr", "art", "fig", "figs", "p", "pp", "sec", "max", "min", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Abbreviations that may end a sentence; they do if a usual first word follows.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase)
    {
        "a.m", "p.m", "am", "pm", "etc", "al", "co", "corp", "inc", "ltd", "plc", "jr", "sr", "u.k", "u.s", "e.u", "u.s.a", "hr", "hrs",
    };

    private static readonly HashSet<string> FirstWords = new(StringComparer.Ordinal)
    {
        "A", "After", "All", "Also", "An", "And", "Any", "As", "At", "Before", "Both", "But", "By", "Do", "Each", "Every", "For",
        "From", "Get", "Go", "Have", "He", "Here", "How", "I", "If", "In", "It", "Its", "Just", "Look", "Many", "Members", "Most",
        "No", "Not", "Now", "On", "Once", "Only", "Or", "Our", "Please", "See", "She", "So", "Some", "Take", "That", "The", "Their",
        "Then", "There", "These", "They", "This", "Those", "To", "Try", "Use", "Visit", "We", "What", "When", "Where", "Why",
        "With", "You", "Your",
    };

    /// <summary>The sentences in order, without white space around them. White space between and inside them becomes one blank.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i == words.Length - 1 || IsEnd(words[i], words[i + 1], isFirst: i == start))
            {
                sentences.Add(string.Join(' ', words[start..(i + 1)]));
                start = i + 1;
            }
        }

        return sentences;
    }

    private static bool IsEnd(string word, string next, bool isFirst)
    {
        var core = word.TrimEnd(Closers.ToCharArray());
        if (core.Length == 0 || !Terminators.Contains(core[^1]) || !MayBegin(next))
        {
            return false;
        }

        if (core[^1] != '.' || core.EndsWith("..", StringComparison.Ordinal))
        {
            return true;
        }

        var bare = core[..^1].TrimStart(Openers.ToCharArray());
        if (isFirst && bare.All(char.IsAsciiDigit))
        {
            return false;
        }

        if (BeforeNumbers.Contains(bare) && char.IsAsciiDigit(next[0]))
        {
            return false;
        }

        if (Inner.Contains(bare))
        {
            return false;
        }

        return !(Ambiguous.Contains(bare) || IsInitial(bare)) || FirstWords.Contains(FirstWordOf(next));
    }

    private static bool MayBegin(string word)
    {
        var first = word.TrimStart(Openers.ToCharArray());
        return first.Length == 0 || !(char.IsLower(first[0]) || Terminators.Contains(first[0]) || ",;:-–—".Contains(first[0]));
    }

    private static bool IsInitial(string bare) => bare.Length == 1 && char.IsUpper(bare[0]);

    private static string FirstWordOf(string next)
    {
        var letters = next.TrimStart(Openers.ToCharArray());
        var length = letters.TakeWhile(char.IsLetter).Count();
        return letters[..length];
    }
}
