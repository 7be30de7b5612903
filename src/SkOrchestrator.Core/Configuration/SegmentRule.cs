namespace SkOrchestrator.Configuration;

/// <summary>A segment described by weighted conditions; a customer who fits several goes to the highest score.</summary>
/// <param name="Label">The name of the segment.</param>
/// <param name="Description">The segment in a sentence.</param>
/// <param name="Hook">The opening of the phrase book that fits, or null.</param>
/// <param name="Terms">Words for the content query.</param>
/// <param name="MinimumScore">The score from which a customer belongs.</param>
/// <param name="Conditions">What counts.</param>
public sealed record SegmentRule(
    string Label,
    string Description,
    string? Hook,
    IReadOnlyList<string> Terms,
    double MinimumScore,
    IReadOnlyList<RuleCondition> Conditions);
