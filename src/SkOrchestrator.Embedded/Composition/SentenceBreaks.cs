using System.Text.RegularExpressions;

namespace SkOrchestrator.Composition;

/// <summary>Splits a paragraph into sentences.</summary>
internal static partial class SentenceBreaks
{
    /// <summary>The sentences, unchanged, in order.</summary>
    public static IEnumerable<string> Split(string paragraph)
    {
        var start = 0;
        foreach (Match match in Break().Matches(paragraph))
        {
            if (!Abbreviation().IsMatch(paragraph[start..match.Index]))
            {
                yield return paragraph[start..match.Index].Trim();
                start = match.Index + match.Length;
            }
        }

        if (paragraph[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    [GeneratedRegex(@"(?<=[.!?][""'”’)]*)\s+(?=[""'“‘(]?[\p{Lu}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"(?:^|[\s(])(?:e\.g|i\.e|etc|approx|incl|max|min|no|nos|vs|St|Mr|Mrs|Ms|Dr|\p{Lu})\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
