using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Core.Tests.Segmentation;

/// <summary>Traits as a segment may have them.</summary>
internal static class TraitBuilder
{
    public static SegmentTrait Number(string column, string trait, TraitWords? words = null, TraitWords? opposite = null) =>
        Describe(new(column, column.Replace('_', ' '), trait, 12.4, 4.1, trait == "high" ? 1 : -1, IsShare: false), words, opposite);

    public static SegmentTrait Share(string column, string trait, double share, TraitWords? words = null) =>
        Describe(new(column, column.Replace('_', ' '), trait, share, 0.31, 1, IsShare: true), words, null);

    public static TraitWords Words(string adjective, string noun, params string[] terms) => new(adjective, noun, null, terms);

    private static SegmentTrait Describe(DefiningFeature feature, TraitWords? words, TraitWords? opposite)
    {
        var traits = new Dictionary<string, TraitWords>();
        if (words is not null)
        {
            traits[feature.Trait] = words;
        }

        if (opposite is not null)
        {
            traits[feature.Trait == "high" ? "low" : "high"] = opposite;
        }

        return TraitVocabulary.Describe(feature, new ColumnOptions(feature.Feature, ColumnRole.Numeric) { Traits = traits });
    }
}
