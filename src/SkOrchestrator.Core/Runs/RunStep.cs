namespace SkOrchestrator.Runs;

/// <summary>What became of one step.</summary>
/// <param name="Name">The step.</param>
/// <param name="Status"><c>done</c>, <c>skipped</c>, <c>partial</c> or <c>failed</c>.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Detail">A few words for people.</param>
public sealed record RunStep(string Name, string Status, DateTimeOffset StartedAt, double DurationMs, string? Detail = null);
