namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>A value of a YAML or JSON file together with the place it stands at.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record YamlElement(YamlPlace Place)
{
    /// <summary>What kind of value it is, in words for a diagnostic.</summary>
    public abstract string Kind { get; }
}
