using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Writes snippets for a prompt.</summary>
internal static class SnippetText
{
    /// <summary>Numbered blocks: title | section | text.</summary>
    public static string Blocks(IReadOnlyList<Snippet> snippets) =>
        string.Join('\n', snippets.Select((s, i) => FormattableString.Invariant($"{i + 1}. {s.Title} | {s.Section} | {s.Text}")));
}
