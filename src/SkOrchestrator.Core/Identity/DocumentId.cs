using System.Text.Json.Serialization;

namespace SkOrchestrator.Identity;

/// <summary>The id of an approved document, such as <c>DOC-007</c>.</summary>
/// <param name="Value">The text of the id.</param>
[JsonConverter(typeof(StringIdJsonConverter<DocumentId>))]
public readonly record struct DocumentId(string Value) : IStringId<DocumentId>
{
    /// <inheritdoc/>
    public static DocumentId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
