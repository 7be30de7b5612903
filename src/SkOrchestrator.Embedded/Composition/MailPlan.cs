namespace SkOrchestrator.Embedded.Composition;

/// <summary>The sentences of a mail in reading order, a paragraph for each topic.</summary>
/// <param name="Paragraphs">The sentences by paragraph, at most three.</param>
/// <param name="Dated">The dated sentence the mail leads with, or null.</param>
/// <param name="Preview">A sentence of the mail that stands in no other mail of the segment and can stand beside the subject, or null.</param>
internal sealed record MailPlan(IReadOnlyList<IReadOnlyList<SourceSentence>> Paragraphs, SourceSentence? Dated, SourceSentence? Preview)
{
    private const int ShortestPreview = 40;
    private const int LongestPreview = 90;
    private const int Most = 3;

    /// <summary>All sentences in reading order.</summary>
    public IEnumerable<SourceSentence> Sentences => Paragraphs.SelectMany(p => p);

    /// <summary>Whether the last words of the mail are a paragraph of their own; otherwise they end the third one.</summary>
    public bool ClosesApart => Paragraphs.Count is > 0 and < Most;

    /// <summary>Puts chosen sentences in order.</summary>
    /// <param name="chooser">Chooses them.</param>
    /// <param name="words">Words to reach.</param>
    public static MailPlan Of(SentenceChooser chooser, int words)
    {
        var dated = chooser.Dated;
        List<List<SourceSentence>> paragraphs = [.. chooser.Choose(words).Select(topic => InOrder(topic, dated))];
        if (paragraphs is [{ Count: > 1 } only])
        {
            var half = (only.Count + 1) / 2;
            paragraphs = [only[..half], only[half..]];
        }

        // what the reader does not see first anyway, so from the last paragraph backwards
        var preview = paragraphs.AsEnumerable().Reverse().SelectMany(p => p)
            .Where(s => s != paragraphs[0][0] && s.Text.Length is >= ShortestPreview and <= LongestPreview && !s.NeedsOffer && !chooser.IsTaken(s) && chooser.Fit(s) >= 0)
            .OrderByDescending(chooser.Fit)
            .FirstOrDefault();
        return new MailPlan(paragraphs, dated, preview);
    }

    // What leads comes first, then what an offer gives; otherwise the document's own order, but nothing may start a paragraph that does not say what it is about.
    private static List<SourceSentence> InOrder(IReadOnlyList<SourceSentence> topic, SourceSentence? dated)
    {
        var ordered = topic.OrderByDescending(s => s == dated).ThenByDescending(s => s.StatesOffer).ThenBy(s => s.Snippet.ParagraphIndex).ThenBy(s => s.Index).ToList();
        var first = ordered[0] == dated || ordered[0].StatesOffer ? ordered[0] : ordered.Find(s => s.NamesItsSubject) ?? ordered[0];
        return [first, .. ordered.Where(s => s != first)];
    }
}
