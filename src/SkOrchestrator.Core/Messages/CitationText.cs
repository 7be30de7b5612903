using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages;

/// <summary>Finds and removes citations of the form <c>[Source: Title, Section]</c> in a text.</summary>
public static partial class CitationText
{
    /// <summary>Writes a citation.</summary>
    public static string Format(string title, string section) => $"[Source: {title}, {section}]";

    /// <summary>The inner texts ("Title, Section") of all citations, in order, repetitions included.</summary>
    public static IReadOnlyList<string> FindAll(string text) => [.. Pattern().Matches(text).Select(m => m.Groups["inner"].Value.Trim())];

    /// <summary>The text without citations; the blank in front of each goes too.</summary>
    public static string Remove(string text) => Pattern().Replace(text, string.Empty);

    [GeneratedRegex(@"[ \t]*\[Source:(?<inner>[^\[\]]*)\]", RegexOptions.CultureInvariant)]
    internal static partial Regex Pattern();
}
