namespace SkOrchestrator.Analysis;

/// <summary>A rule that fired.</summary>
/// <param name="Status">The status that it gives.</param>
/// <param name="Text">Why, as a sentence with the numbers.</param>
internal sealed record DecisionRule(string Status, string Text);
