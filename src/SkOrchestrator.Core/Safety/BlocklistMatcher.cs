using System.Text;

namespace SkOrchestrator.Safety;

/// <summary>
/// Finds block-list entries in a text as whole words, whatever the case, white space, invisible characters or compatibility forms. It runs in the gate,
/// so that the list holds with every classifier; classifiers may find more.
/// </summary>
internal static class BlocklistMatcher
{
    /// <summary>The entries that occur in one of the texts, in list order.</summary>
    public static IReadOnlyList<string> Match(IReadOnlyList<string> blocklist, IReadOnlyList<ScreenedText> texts)
    {
        if (blocklist.Count == 0)
        {
            return [];
        }

        string[] folded = [.. texts.Select(t => Fold(t.Text))];
        return [.. blocklist.Where(entry => Fold(entry) is { Length: > 0 } phrase && folded.Any(text => Contains(text, phrase)))];
    }

    private static bool Contains(string text, string phrase)
    {
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = text.IndexOf(phrase, at + 1, StringComparison.Ordinal))
        {
            if (!Joined(text, at - 1, at) && !Joined(text, at + phrase.Length - 1, at + phrase.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two neighbouring characters belong to one word.</summary>
    private static bool Joined(string text, int left, int right) =>
        left >= 0 && right < text.Length && char.IsLetterOrDigit(text[left]) && char.IsLetterOrDigit(text[right]);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control))
            {
                folded.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return folded.ToString().TrimEnd();
    }
}
