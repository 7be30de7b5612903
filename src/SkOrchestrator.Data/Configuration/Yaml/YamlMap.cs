namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>Keys with values; each key stands once.</summary>
/// <param name="Place">Where it begins.</param>
/// <param name="Entries">The entries, in order.</param>
internal sealed record YamlMap(YamlPlace Place, IReadOnlyList<YamlEntry> Entries) : YamlElement(Place)
{
    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key);
}
