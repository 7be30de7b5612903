namespace SkOrchestrator.Commands;

/// <summary>How a command talks.</summary>
internal sealed record OutputSettings(bool Json, bool Quiet, Verbosity Verbosity, bool NoColor);
