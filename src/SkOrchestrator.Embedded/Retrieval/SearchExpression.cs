using System.Text;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>
/// Makes an FTS5 expression of plain words. Only letters, digits and marks get through, each word in quotes, so nothing is read as an
/// operator.
/// </summary>
internal static class SearchExpression
{
    private const int ShortestWord = 3;
    private const int LongestWord = 64;
    private const int MostWords = 40;

    /// <summary>Words that say nothing about a topic.</summary>
    private static readonly HashSet<string> StopWords =
    [
        "about", "after", "all", "also", "and", "any", "are", "because", "been", "but", "can", "customer", "customers", "does",
        "for", "from", "had", "has", "have", "her", "his", "how", "into", "its", "just", "more", "most", "not", "off", "one",
        "only", "our", "out", "over", "own", "she", "some", "such", "than", "that", "the", "their", "them", "then", "there",
        "these", "they", "this", "those", "too", "under", "very", "was", "were", "what", "when", "where", "which", "who", "why",
        "will", "with", "would", "you", "your",
    ];

    /// <summary>The words of a query that say something, in its order, none twice; each is a quoted FTS5 string.</summary>
    public static IReadOnlyList<string> Words(string text) =>
    [
        .. Split(text)
            .Where(w => w.Length is >= ShortestWord and <= LongestWord && !StopWords.Contains(w))
            .Distinct()
            .Take(MostWords)
            .Select(w => $"\"{w}\""),
    ];

    /// <summary>The expression "any of the words".</summary>
    /// <param name="words">At least one word, as <see cref="Words"/> gives them.</param>
    public static string AnyOf(IEnumerable<string> words) => string.Join(" OR ", words);

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
