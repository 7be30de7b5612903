using System.Text.Json.Serialization;

namespace SkOrchestrator.Identity;

/// <summary>The id of a customer, as in the input file.</summary>
/// <param name="Value">The text of the id.</param>
[JsonConverter(typeof(StringIdJsonConverter<CustomerId>))]
public readonly record struct CustomerId(string Value) : IStringId<CustomerId>
{
    /// <inheritdoc/>
    public static CustomerId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
