using System.Text.RegularExpressions;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Compares texts by their words.</summary>
internal static partial class Words
{
    /// <summary>The words of a text in lower case, in order.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Whether two lower-case words are the same but for a short ending: <c>boot</c> and <c>boots</c>, <c>camp</c> and <c>camping</c>.</summary>
    public static bool Match(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        return longer.StartsWith(shorter, StringComparison.Ordinal) && longer.Length - shorter.Length <= (shorter.Length > 3 ? 3 : 1);
    }

    /// <summary>Words in common divided by words in either, 0 to 1.</summary>
    public static double Overlap(IEnumerable<string> left, IEnumerable<string> right)
    {
        var (a, b) = (left.ToHashSet(StringComparer.Ordinal), right.ToHashSet(StringComparer.Ordinal));
        var common = a.Count(b.Contains);
        return common == 0 ? 0 : common / (double)(a.Count + b.Count - common);
    }

    /// <summary>Whether no word of more than three letters occurs twice.</summary>
    public static bool NoneTwice(string text)
    {
        var words = Of(text).Where(word => word.Length > 3).ToList();
        return words.Distinct(StringComparer.Ordinal).Count() == words.Count;
    }

    /// <summary>Whether a word inside the sentence starts with a capital: a name of something.</summary>
    public static bool HasName(string sentence) => Name().IsMatch(sentence);

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=[\p{Ll}\p{N},] )\p{Lu}\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
