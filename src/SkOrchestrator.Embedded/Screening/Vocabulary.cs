using System.Text.RegularExpressions;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>The words that the lexicon's patterns hold, for undoing disguises: only what could match is worth restoring.</summary>
internal sealed class Vocabulary
{
    private readonly HashSet<string> _words;
    private readonly ILookup<string, string> _byCollapsed;
    private readonly int _longest;

    public Vocabulary(IEnumerable<string> words)
    {
        _words = [.. words];
        _byCollapsed = _words.OrderBy(w => w, StringComparer.Ordinal).ToLookup(Collapse);
        _longest = _words.Max(w => w.Length);
    }

    /// <summary>Splits letters into known words, with as few words as possible; null when that can't be done.</summary>
    public IReadOnlyList<string>? Segment(string letters)
    {
        var best = new List<string>?[letters.Length + 1];
        best[0] = [];
        for (var end = 1; end <= letters.Length; end++)
        {
            for (var start = Math.Max(0, end - _longest); start < end; start++)
            {
                if (best[start] is { } before && before.Count + 1 < (best[end]?.Count ?? int.MaxValue) && _words.Contains(letters[start..end]))
                {
                    best[end] = [.. before, letters[start..end]];
                }
            }
        }

        return best[^1];
    }

    /// <summary>Known words that a word becomes when letters repeated three times or more are shortened.</summary>
    public IEnumerable<string> Unstretch(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return _byCollapsed[Collapse(word)];
            }
        }

        return [];
    }

    /// <summary>Known words that a word with asterisks in the place of letters may be.</summary>
    public IEnumerable<string> FillIn(string masked)
    {
        var pattern = new Regex($"^{Regex.Escape(masked).Replace("\\*", "[a-z]", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);
        return _words.Where(w => w.Length == masked.Length && pattern.IsMatch(w)).OrderBy(w => w, StringComparer.Ordinal);
    }

    private static string Collapse(string word) => string.Concat(word.Where((c, i) => i == 0 || c != word[i - 1]));
}
