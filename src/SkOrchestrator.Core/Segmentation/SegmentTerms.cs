namespace SkOrchestrator.Segmentation;

/// <summary>Collects the words of a segment's content query from its traits.</summary>
public static class SegmentTerms
{
    private const int Most = 8;
    private const int Enough = 4;

    /// <summary>
    /// At most eight different words, most important first. The leading traits take turns, word by word, so that none of them drowns the others. The remaining
    /// traits are asked only where that gives fewer than four words: a query about everything finds nothing in particular.
    /// </summary>
    /// <param name="ordered">The traits, the most telling one first (<see cref="TraitOrder.MostTellingFirst"/>).</param>
    /// <param name="before">Words that come first, such as those of a rule.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<SegmentTrait> ordered, IReadOnlyList<string> before)
    {
        var leading = TraitOrder.Leading(ordered);
        List<string> words = [.. before.Concat(TakeTurns(leading)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
        return [.. words.Concat(TakeTurns(ordered.Except(leading))).Distinct(StringComparer.OrdinalIgnoreCase).Take(Math.Max(words.Count, Enough))];
    }

    private static IEnumerable<string> TakeTurns(IEnumerable<SegmentTrait> traits) =>
        traits.SelectMany(trait => trait.Words.Terms.Index()).OrderBy(term => term.Index).Select(term => term.Item);
}
