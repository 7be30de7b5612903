using System.Globalization;

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
                .Select(part => PlainWords.Capitalised(string.Join("; ", part.Select(f => withNumbers ? Numbers(f) : Words(f)))) + "."));

    private static string Numbers(DefiningFeature feature)
    {
        if (!feature.IsShare)
        {
            return $"{feature.Name} {Number(feature.SegmentValue)} on average against {Number(feature.OverallValue)} over all";
        }

        var isNo = feature.Trait == TraitName.No;
        var (segment, overall) = isNo ? (1 - feature.SegmentValue, 1 - feature.OverallValue) : (feature.SegmentValue, feature.OverallValue);
        return $"{feature.Name}: {feature.Trait} for {Percent(segment)} against {Percent(overall)} over all";
    }

    private static string Words(DefiningFeature feature) =>
        feature.IsShare ? $"{feature.Name}: more often {feature.Trait}"
        : feature.Trait == TraitName.High ? $"{feature.Name} above average"
        : $"{feature.Name} below average";

    /// <summary>About three significant digits, without exponents.</summary>
    private static string Number(double value)
    {
        var format = Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.#", >= 1 => "0.0#", >= 0.1 => "0.##", _ => "0.####" };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";
}
