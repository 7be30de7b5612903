using System.Text;
using System.Text.RegularExpressions;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Messages.Checks;

/// <summary>Matches citations with retrieved sections: title and section, whatever the case and the white space.</summary>
internal static partial class CitedSections
{
    private const double Similar = 0.35;

    /// <summary>The retrieved paragraphs of the cited section; empty when nothing that was retrieved is called so.</summary>
    /// <param name="inner">What stands in the citation: "Title, Section".</param>
    /// <param name="snippets">What was retrieved.</param>
    public static IReadOnlyList<Snippet> Find(string inner, IReadOnlyList<Snippet> snippets)
    {
        var key = Key(inner);
        return [.. snippets.Where(s => string.Equals(Key(Name(s)), key, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>"Title, Section" of a snippet.</summary>
    public static string Name(Snippet snippet) => $"{snippet.Title}, {snippet.Section}";

    /// <summary>The retrieved section that is called most like a citation, or null when none is alike.</summary>
    public static string? Nearest(string inner, IReadOnlyList<Snippet> snippets)
    {
        var best = snippets.Select(Name).Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Likeness: Likeness(Key(inner), Key(name))))
            .OrderByDescending(c => c.Likeness).ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Likeness >= Similar ? best.Name : null;
    }

    /// <summary>A sentence that lists what may be cited.</summary>
    public static string Allowed(IReadOnlyList<Snippet> snippets) => snippets.Count == 0
        ? "Nothing was retrieved, so nothing can be cited."
        : $"Cite only: {string.Join(" ", snippets.Select(s => CitationText.Format(s.Title, s.Section)).Distinct(StringComparer.Ordinal))}";

    private static string Key(string text) => WhiteSpace().Replace(text.Normalize(NormalizationForm.FormC), " ").Trim();

    /// <summary>Dice coefficient of letter pairs, 0–1.</summary>
    private static double Likeness(string left, string right)
    {
        var (a, b) = (Pairs(left), Pairs(right));
        return a.Count + b.Count == 0 ? 0 : 2.0 * a.Intersect(b).Count() / (a.Count + b.Count);
    }

    private static HashSet<string> Pairs(string text)
    {
        var lower = text.ToLowerInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, lower.Length - 1)).Select(i => lower.Substring(i, 2))];
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
