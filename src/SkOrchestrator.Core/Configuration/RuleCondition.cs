namespace SkOrchestrator.Configuration;

/// <summary>One condition of a rule segment.</summary>
/// <param name="When">A SQL condition over the customer columns.</param>
/// <param name="Weight">What it adds to the score when it holds; above 0.</param>
public sealed record RuleCondition(string When, double Weight);
