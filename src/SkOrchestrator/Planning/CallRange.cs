namespace SkOrchestrator.Planning;

/// <summary>How often a prompt is asked in a run.</summary>
/// <param name="Prompt">The prompt, such as <c>writer/write_urgent</c>.</param>
/// <param name="Least">Calls when every first draft is accepted.</param>
/// <param name="Most">Calls when every message needs all its drafts.</param>
internal sealed record CallRange(string Prompt, int Least, int Most);
