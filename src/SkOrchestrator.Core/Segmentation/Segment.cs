using System.Text.Json.Serialization;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Segmentation;

/// <summary>A labelled group of customers. Holds no value that fewer than the configured minimum of customers share, so it may enter a prompt.</summary>
public sealed record Segment
{
    /// <summary>The id, <c>segment-1</c> being the largest segment.</summary>
    public required SegmentId SegmentId { get; init; }

    /// <summary>Words a marketer would use; unique within the run.</summary>
    public required string Label { get; init; }

    /// <summary>The segment in a sentence or two.</summary>
    public required string Description { get; init; }

    /// <summary>Customers in it.</summary>
    public required long Size { get; init; }

    /// <summary>Share of all segmented customers, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>What defines it, strongest first; empty where <see cref="IsBelowPrivacyMinimum"/>.</summary>
    public required IReadOnlyList<DefiningFeature> DefiningFeatures { get; init; }

    /// <summary><c>kmeans</c> or <c>rules</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How well it holds together.</summary>
    public required SegmentQuality Quality { get; init; }

    /// <summary>Openings of the phrase book that fit, best first.</summary>
    public IReadOnlyList<string> Hooks { get; init; } = [];

    /// <summary>Words for the content query, most important first.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];

    /// <summary>Audience names that every one of its customers fits.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Whether it has fewer customers than the privacy minimum, so that no number of it may enter a text, a query or a prompt.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsBelowPrivacyMinimum { get; init; }
}
