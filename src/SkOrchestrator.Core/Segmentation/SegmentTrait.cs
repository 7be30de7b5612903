using SkOrchestrator.Configuration;

namespace SkOrchestrator.Segmentation;

/// <summary>A defining feature together with the words for its direction.</summary>
/// <param name="Feature">The feature and how strongly it defines the segment.</param>
/// <param name="Words">The configured words, or words made of the column name.</param>
public sealed record SegmentTrait(DefiningFeature Feature, TraitWords Words)
{
    /// <summary>Whether a marketer chose the words.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>What stands after "with" for a number or code without configured words, such as <c>high basket value</c>.</summary>
    public string? With { get; init; }

    /// <summary>The words of the other directions of the same feature; a label that holds one of them would contradict itself.</summary>
    public IReadOnlyList<TraitWords> Opposites { get; init; } = [];

    /// <summary>Whether it is a value of a category, such as an interest or a tier: something people are, rather than something they do.</summary>
    public bool IsCategory => Feature.IsShare && Feature.Trait is not (TraitName.Yes or TraitName.No);

    /// <summary>Whether half of all customers or more have it, so that it tells a segment apart less than its strength suggests.</summary>
    public bool IsCommon => Feature.IsShare && (Feature.Trait == TraitName.No ? 1 - Feature.OverallValue : Feature.OverallValue) >= 0.5;

    /// <summary>Whether it describes most of the segment's customers, so that they may be named after it.</summary>
    public bool HoldsForMost => !Feature.IsShare || (Feature.Trait == TraitName.No ? 1 - Feature.SegmentValue : Feature.SegmentValue) >= 0.5;
}
