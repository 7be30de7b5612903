namespace SkOrchestrator.Tasks;

/// <summary>
/// Phrases of the embedded composer, read from <c>prompts/AGENT/phrases.yaml</c> and <c>prompts/writer/phrase_book.yaml</c>. Keys are paths joined by dots, the agent
/// first (<c>writer.openings.lapsed.friendly</c>); values are alternatives, with slots in braces such as <c>{topic}</c>.
/// </summary>
/// <param name="Phrases">Alternatives by path.</param>
public sealed record PhraseBook(IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases)
{
    /// <summary>The alternatives under a path; empty when there are none.</summary>
    public IReadOnlyList<string> Find(string path) => Phrases.TryGetValue(path, out var found) ? found : [];
}
