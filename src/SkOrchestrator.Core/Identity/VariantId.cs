using System.Text.Json.Serialization;

namespace SkOrchestrator.Identity;

/// <summary>The id of a message variant, such as <c>segment-1.urgent</c>.</summary>
/// <param name="Value">The text of the id.</param>
[JsonConverter(typeof(StringIdJsonConverter<VariantId>))]
public readonly record struct VariantId(string Value) : IStringId<VariantId>
{
    /// <summary>The variant of the control arm.</summary>
    public static VariantId Control => new("control");

    /// <summary>The variant written for a segment in a tone.</summary>
    public static VariantId Of(SegmentId segment, string tone) => new($"{segment.Value}.{tone}");

    /// <inheritdoc/>
    public static VariantId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
