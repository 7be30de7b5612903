namespace SkOrchestrator.Segmentation;

/// <summary>Which traits say most about a segment, for its label, its content query and its opening.</summary>
public static class TraitOrder
{
    /// <summary>A trait counts as comparable with the strongest one from this share of its effect.</summary>
    private const double Comparable = 0.5;

    /// <summary>
    /// The traits that hold for most of the segment's customers, the most telling one first: what the customers are or like ("hikers"), where that is about as
    /// strong as what they do; then the others by strength; then what most customers have anyway; last the traits that nobody gave words to.
    /// </summary>
    /// <param name="traits">The traits, strongest first.</param>
    public static IReadOnlyList<SegmentTrait> MostTellingFirst(IReadOnlyList<SegmentTrait> traits)
    {
        var ordered = traits.Where(t => t.HoldsForMost).OrderByDescending(t => t.IsConfigured).ThenBy(t => t is { IsConfigured: true, IsCommon: true }).ToList();
        return FindPeople(ordered, ordered) is { } people ? [people, .. ordered.Where(t => t != people)] : ordered;
    }

    /// <summary>The traits a message should be about: the two most telling ones, and what the customers are or like beside them.</summary>
    /// <param name="ordered">What <see cref="MostTellingFirst"/> returned.</param>
    public static IReadOnlyList<SegmentTrait> Leading(IReadOnlyList<SegmentTrait> ordered)
    {
        var first = ordered.Take(2).ToList();
        return FindPeople(ordered, ordered.Skip(2)) is { } people ? [.. first, people] : first;
    }

    private static SegmentTrait? FindPeople(IReadOnlyList<SegmentTrait> all, IEnumerable<SegmentTrait> among)
    {
        var strongest = all.Select(t => Math.Abs(t.Feature.EffectSize)).DefaultIfEmpty().Max();
        return among.FirstOrDefault(t =>
            t is { IsConfigured: true, IsCategory: true, IsCommon: false, Words.Noun.Length: > 0 } && Math.Abs(t.Feature.EffectSize) >= Comparable * strongest);
    }
}
