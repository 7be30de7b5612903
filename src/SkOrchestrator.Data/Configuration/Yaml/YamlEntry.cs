namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>A key and its value.</summary>
/// <param name="Key">The key and where it stands.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlText Key, YamlElement Value);
