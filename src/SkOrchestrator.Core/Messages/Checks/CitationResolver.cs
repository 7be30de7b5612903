using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Messages.Checks;

/// <summary>Turns the citations of a draft into pointers to what was retrieved.</summary>
public static class CitationResolver
{
    /// <summary>
    /// The citations in order of appearance, each with the source sentence that is nearest to the sentence it stands in (most shared words); the same citation of the same
    /// sentence stands once. Citations of nothing that was retrieved are left out: the checks report them.
    /// </summary>
    /// <param name="draft">The draft.</param>
    /// <param name="snippets">What was retrieved for it.</param>
    public static IReadOnlyList<Citation> Resolve(MessageDraft draft, IReadOnlyList<Snippet> snippets)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(snippets);
        var citations =
            from sentence in SentenceReader.ReadCited(draft.Body)
            from inner in sentence.Citations
            let section = CitedSections.Find(inner, snippets)
            where section.Count > 0
            select Nearest(sentence.Text, section);
        return [.. citations.Distinct()];
    }

    /// <summary>The draft with every citation written exactly as the title and section it resolves to; the others stay as they are.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="snippets">What was retrieved for it.</param>
    public static MessageDraft Canonicalise(MessageDraft draft, IReadOnlyList<Snippet> snippets)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(snippets);
        return draft with
        {
            Body = CitationText.Pattern().Replace(draft.Body, match =>
            {
                var inner = match.Groups["inner"].Value.Trim();
                var blanks = match.Value[..match.Value.IndexOf('[', StringComparison.Ordinal)];
                return CitedSections.Find(inner, snippets) is [var first, ..] ? blanks + CitationText.Format(first.Title, first.Section) : match.Value;
            }),
        };
    }

    private static Citation Nearest(string claim, IReadOnlyList<Snippet> section)
    {
        HashSet<string> words = [.. WordSet.Sequence(claim)];
        var (snippet, quote) = section
            .SelectMany(s => SentenceReader.Read(s.Text).DefaultIfEmpty(s.Text).Select(sentence => (Snippet: s, Sentence: sentence)))
            .MaxBy(source => WordSet.Overlap(words, [.. WordSet.Sequence(source.Sentence)]));
        return new Citation(snippet.DocumentId, snippet.Title, snippet.Section, snippet.ParagraphIndex, quote);
    }
}
