using Xunit.v3;

namespace SkOrchestrator.Testing;

/// <summary>Says which requirement a test carries, such as <c>5.2</c> or <c>NFR-7</c>; the requirement table is checked against it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
internal sealed class RequirementAttribute(string id) : Attribute, ITraitAttribute
{
    public string Id { get; } = id;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Requirement", Id)];
}
