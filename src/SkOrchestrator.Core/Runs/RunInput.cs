namespace SkOrchestrator.Runs;

/// <summary>An input file of a run.</summary>
/// <param name="Path">As the user named it.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of its bytes.</param>
/// <param name="Rows">Rows or documents in it; null where that means nothing.</param>
public sealed record RunInput(string Path, string Sha256, long? Rows);
