namespace SkOrchestrator.Analysis;

/// <summary>One effect that may differ between segments.</summary>
/// <param name="Rows">Its tests, one per scale.</param>
/// <param name="PValue">The p-value that all scales show a difference, the largest of theirs (Berger 1982); null without a test.</param>
internal sealed record HeterogeneityQuestion(IReadOnlyList<HeterogeneityResult> Rows, double? PValue);
