namespace SkOrchestrator.Configuration;

/// <summary>A file that the run rests on.</summary>
/// <param name="Name">Its name relative to the folder it was found in.</param>
/// <param name="Path">Where it was read.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
public sealed record ConfigurationFile(string Name, string Path, string Sha256);
