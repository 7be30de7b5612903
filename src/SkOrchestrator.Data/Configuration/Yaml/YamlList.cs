namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>A list of values.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Items">The values, in order.</param>
internal sealed record YamlList(YamlPlace Place, IReadOnlyList<YamlElement> Items) : YamlElement(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
