using System.Text.Json.Serialization;

namespace SkOrchestrator.Identity;

/// <summary>The id of a segment, such as <c>segment-1</c>.</summary>
/// <param name="Value">The text of the id.</param>
[JsonConverter(typeof(StringIdJsonConverter<SegmentId>))]
public readonly record struct SegmentId(string Value) : IStringId<SegmentId>
{
    /// <summary>Stands for all segments together; the control message belongs to it.</summary>
    public static SegmentId All => new("all");

    /// <summary>The id of the segment with this number, counted from 1.</summary>
    public static SegmentId Numbered(int number) => new($"segment-{number}");

    /// <inheritdoc/>
    public static SegmentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
