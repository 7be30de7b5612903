using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Turns numbered groups and their profiles into segments with words.</summary>
internal sealed class SegmentNamer(SegmentationOptions options, string method, long customers)
{
    private const string GeneralHook = "general";

    /// <summary>The segments, in the order of their sizes.</summary>
    public IReadOnlyList<Segment> Name(
        IReadOnlyList<SegmentSize> sizes, IReadOnlyList<SegmentGroup> groups, IReadOnlyList<SegmentProfile> profiles, ILookup<int, string> audiences)
    {
        var traits = profiles.Select(p => p.Traits.Select(t => TraitVocabulary.Describe(t.Feature, t.Source.Column)).ToList()).ToList();
        var labels = groups.All(g => g.Rule is null)
            ? SegmentLabeler.Label([.. traits.Select((t, i) => new LabelSource(t, profiles[i].Place))])
            : SegmentLabeler.Unique([.. groups.Select(g => g.Rule!.Label)]);
        return [.. sizes.Select((size, i) => Make(i, size, groups[i], traits[i], labels[i], [.. audiences[i + 1]]))];
    }

    private Segment Make(
        int index, SegmentSize size, SegmentGroup group, IReadOnlyList<SegmentTrait> traits, string label, IReadOnlyList<string> audiences)
    {
        var isSmall = size.Customers < options.MinimumGroup;
        var features = traits.Select(t => t.Feature).ToList();
        var written = group.Rule?.Description.Trim() ?? string.Empty;
        var telling = TraitOrder.MostTellingFirst(traits);
        return new Segment
        {
            SegmentId = SegmentId.Numbered(index + 1),
            Label = label,
            Description = written.Length > 0 ? written : SegmentDescriber.Describe(features, withNumbers: !isSmall),
            Size = size.Customers,
            Share = Math.Round((double)size.Customers / customers, 6),
            DefiningFeatures = isSmall ? [] : features,
            Method = method,
            Quality = new(group.Silhouette, group.Stability, size.MeanConfidence),
            Hooks = [.. telling.Select(t => t.Words.Hook).Where(h => h != GeneralHook).Prepend(group.Rule?.Hook).OfType<string>().Append(GeneralHook).Distinct()],
            Terms = SegmentTerms.Of(telling, group.Rule?.Terms ?? []),
            Audiences = audiences,
            IsBelowPrivacyMinimum = isSmall,
        };
    }
}
