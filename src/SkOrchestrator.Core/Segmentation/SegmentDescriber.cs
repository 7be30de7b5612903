namespace SkOrchestrator.Segmentation;

/// <summary>Puts the defining features of a segment into a sentence or two.</summary>
public static class SegmentDescriber
{
    private const int PerSentence = 3;

    /// <summary>The description.</summary>
    /// <param name="features">The defining features, strongest first.</param>
    /// <param name="withNumbers">False for a segment so small that its averages would give its customers away: then directions only.</param>
    public static string Describe(IReadOnlyList<DefiningFeature> features, bool withNumbers) =>
        features.Count == 0
            ? "Like the average customer in everything measured."
            : string.Join(' ', features
                .Chunk(PerSentence)
                .Take(2)
                .Select(part => PlainWords.Capitalised(string.Join("; ", part.Select(f => withNumbers ? Numbers(f) : Direction(f)))) + "."));

    private static string Numbers(DefiningFeature feature) =>
        $"{(feature.IsShare ? $"{feature.Name}: {feature.Trait}" : Direction(feature))} ({FeatureText.InSegment(feature)}, {FeatureText.Overall(feature)} overall)";

    private static string Direction(DefiningFeature feature) =>
        feature.IsShare ? $"{feature.Name}: more often {feature.Trait}"
        : feature.Trait == TraitName.High ? $"{feature.Name} above average"
        : $"{feature.Name} below average";
}
