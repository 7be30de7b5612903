namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>A place in a file.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Line">The line, counted from 1, where known.</param>
/// <param name="Column">The column, counted from 1, where known.</param>
internal sealed record YamlPlace(string File, long? Line = null, int? Column = null);
