namespace SkOrchestrator.Runs;

/// <summary>A prompt or configuration file that a run used.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
public sealed record RunFile(string Name, string Sha256);
