namespace SkOrchestrator.Planning;

/// <summary>The model calls of a run and their cost.</summary>
/// <param name="Least">Calls when every first draft is accepted.</param>
/// <param name="Most">Calls when every message needs all its drafts.</param>
/// <param name="CostUsdLeast">Cost of the fewest calls.</param>
/// <param name="CostUsdMost">Cost of the most calls.</param>
/// <param name="Prompts">The calls by prompt.</param>
/// <param name="Note">What the numbers rest on.</param>
internal sealed record CallEstimate(int Least, int Most, decimal CostUsdLeast, decimal CostUsdMost, IReadOnlyList<CallRange> Prompts, string Note);
