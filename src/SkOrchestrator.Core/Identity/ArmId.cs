using System.Text.Json.Serialization;

namespace SkOrchestrator.Identity;

/// <summary>The id of an arm of the experiment.</summary>
/// <param name="Value">The text of the id.</param>
[JsonConverter(typeof(StringIdJsonConverter<ArmId>))]
public readonly record struct ArmId(string Value) : IStringId<ArmId>
{
    /// <summary>The arm that gets the generic baseline message.</summary>
    public static ArmId Control => new("control");

    /// <summary>All treatments together, as one side of a comparison; nobody is assigned to it.</summary>
    public static ArmId AnyTreatment => new("any-treatment");

    /// <summary>The treatment with this number, counted from 1.</summary>
    public static ArmId Treatment(int number) => new($"treatment-{number}");

    /// <summary>Whether this is the control arm.</summary>
    [JsonIgnore]
    public bool IsControl => Value == Control.Value;

    /// <inheritdoc/>
    public static ArmId From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
