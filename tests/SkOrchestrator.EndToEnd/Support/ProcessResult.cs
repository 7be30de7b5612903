namespace SkOrchestrator.EndToEnd.Support;

/// <summary>How a process ended and what it said.</summary>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors);
