using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Segmentation;

/// <summary>A segment in numbers, as prompts get it. A description may hold these numbers and no others.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Features">One line per defining feature: name, segment value, overall value.</param>
/// <param name="Size">Customers in it.</param>
/// <param name="Share">Share of all segmented customers.</param>
internal sealed record SegmentFacts(Segment Segment, string Features, string Size, string Share)
{
    /// <summary>Everything a description may take its numbers from.</summary>
    public IReadOnlyList<string> All => [Segment.Label, Features, Size, Share];

    public static SegmentFacts Of(Segment segment) => new(
        segment,
        string.Join('\n', segment.DefiningFeatures.Select(Line)),
        FactText.Count(segment.Size),
        FactText.Percent(segment.Share));

    private static string Line(DefiningFeature feature)
    {
        var name = feature.Trait is "high" or "low" or "yes" ? feature.Name : $"{feature.Name} {feature.Trait}";
        return $"{name}: {FeatureText.InSegment(feature)} vs {FeatureText.Overall(feature)}";
    }
}
