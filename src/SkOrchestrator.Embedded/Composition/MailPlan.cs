using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>The sentences of a mail in reading order, in up to three paragraphs.</summary>
/// <param name="Paragraphs">The sentences by paragraph.</param>
/// <param name="Dated">The dated sentence the mail leads with, or null.</param>
internal sealed record MailPlan(IReadOnlyList<IReadOnlyList<SourceSentence>> Paragraphs, SourceSentence? Dated)
{
    /// <summary>All sentences in reading order.</summary>
    public IEnumerable<SourceSentence> Sentences => Paragraphs.SelectMany(p => p);

    /// <summary>Puts chosen sentences in order: a dated one first, documents kept together, each in its own order.</summary>
    /// <param name="arguments">The task.</param>
    /// <param name="chosen">The sentences, best first.</param>
    /// <param name="dated">The dated sentence among them, or null.</param>
    public static MailPlan Of(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> chosen, SourceSentence? dated)
    {
        var scorer = new SentenceScorer(arguments, arguments.Tone, arguments.Attempt);
        var groups = chosen.GroupBy(s => s.Snippet.DocumentId);
        groups = ToneProfile.For(arguments.Tone).KeepsOrder
            ? groups.OrderBy(group => group.Min(s => s.Rank))
            : groups.OrderByDescending(group => group.Max(scorer.Lead)).ThenBy(group => group.Min(s => s.Rank));
        var ordered = groups.SelectMany(InOrder).OrderByDescending(s => dated is not null && s.SharesDocument(dated)).ThenByDescending(s => s == dated).ToList();
        return new MailPlan(Split(ordered), dated);
    }

    private static IEnumerable<SourceSentence> InOrder(IEnumerable<SourceSentence> sentences) =>
        sentences.OrderBy(s => s.Snippet.ParagraphIndex).ThenBy(s => s.Index);

    private static IReadOnlyList<IReadOnlyList<SourceSentence>> Split(List<SourceSentence> sentences)
    {
        if (sentences.Count < 3)
        {
            return [.. sentences.Select(s => (IReadOnlyList<SourceSentence>)[s])];
        }

        var cuts =
            from first in Enumerable.Range(1, sentences.Count - 2)
            from second in Enumerable.Range(first + 1, sentences.Count - first - 1)
            orderby Cost(sentences, first, second)
            select (first, second);
        var (a, b) = cuts.First();
        return [sentences[..a], sentences[a..b], sentences[b..]];
    }

    // Paragraphs of like length; a new one where a new document begins.
    private static double Cost(List<SourceSentence> sentences, int first, int second)
    {
        var fair = sentences.Count / 3.0;
        var uneven = Math.Abs(first - fair) + Math.Abs(second - first - fair) + Math.Abs(sentences.Count - second - fair);
        var changes = Enumerable.Range(1, sentences.Count - 1)
            .Sum(i => sentences[i].SharesDocument(sentences[i - 1]) == (i == first || i == second) ? 1.2 : 0);
        return uneven + changes;
    }
}
