namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Something to do or to consider.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Text">Why and how, with the numbers it rests on.</param>
/// <param name="Command">A command that does it; null = none.</param>
internal sealed record Recommendation(string Title, string Text, string? Command = null);
