using SkOrchestrator.Segmentation;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.DescribeSegment"/>: size, share and the strongest features, in the segment's own numbers.</summary>
internal static class SegmentDescription
{
    private const int MostFeatures = 3;

    /// <summary>One or two sentences.</summary>
    public static string Write(DescribeSegmentArguments arguments)
    {
        var segment = arguments.Segment;
        var wording = new Wording(arguments.Phrases, segment.SegmentId.Value);
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["label"] = segment.Label,
            ["size"] = NumberText.Count(segment.Size),
            ["share"] = NumberText.Share(segment.Share),
        };
        var features = segment.DefiningFeatures.Take(MostFeatures).Select(feature => Feature(feature, arguments.Phrases)).OfType<string>().ToList();
        if (features.Count == 0)
        {
            return wording.Say(["segmentation.plain"], slots) ?? segment.Label;
        }

        slots["features"] = features.Count == 1 ? features[0] : $"{string.Join(", ", features[..^1])} and {features[^1]}";
        return wording.Say(["segmentation.description"], slots) ?? segment.Label;
    }

    private static string? Feature(DefiningFeature feature, PhraseBook phrases)
    {
        var kind = feature.Trait is "high" or "low" or "yes" or "no" ? feature.Trait : "value";
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = feature.Name,
            ["trait"] = feature.Trait,
            ["value"] = FeatureText.InSegment(feature),
            ["overall"] = FeatureText.Overall(feature),
        };
        return phrases.Find($"segmentation.feature.{kind}").Select(pattern => Wording.Fill(pattern, slots, capitalise: false)).FirstOrDefault(text => text is not null);
    }
}
