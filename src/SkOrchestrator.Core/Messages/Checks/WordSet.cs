using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>The words of a text in lower case, for comparing texts.</summary>
internal static partial class WordSet
{
    /// <summary>The words in order.</summary>
    public static IReadOnlyList<string> Sequence(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>All runs of <paramref name="length"/> words.</summary>
    public static HashSet<string> Runs(string text, int length)
    {
        var words = Sequence(text);
        return [.. Enumerable.Range(0, Math.Max(0, words.Count - length + 1)).Select(i => string.Join(' ', words.Skip(i).Take(length)))];
    }

    /// <summary>Shared share of two sets, 0–1 (Jaccard index); 0 when one is empty.</summary>
    public static double Overlap(HashSet<string> left, HashSet<string> right)
    {
        var shared = left.Count(right.Contains);
        return shared == 0 ? 0 : (double)shared / (left.Count + right.Count - shared);
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
