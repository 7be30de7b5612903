namespace SkOrchestrator.Analysis;

/// <summary>A rule of the decision.</summary>
/// <param name="Name">A short name.</param>
/// <param name="Status">The status that it gives; null for a rule that only remarks.</param>
/// <param name="Applies">When it fires.</param>
/// <param name="Texts">Why, as sentences with the numbers.</param>
internal sealed record DecisionRule(string Name, string? Status, Func<DecisionFacts, bool> Applies, Func<DecisionFacts, IEnumerable<string>> Texts);
