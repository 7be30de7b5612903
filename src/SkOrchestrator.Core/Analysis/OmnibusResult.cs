namespace SkOrchestrator.Analysis;

/// <summary>Whether the arms differ at all: one test of all arms, stratified over segments.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Test"><c>chi_square</c>, <c>freeman_halton</c>, <c>logistic_lrt</c>, <c>welch_anova</c> (means, degrees of freedom of the numerator) or <c>none</c>.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom.</param>
/// <param name="PValue">p-value.</param>
public sealed record OmnibusResult(string Metric, string Test, double? Statistic, int? DegreesOfFreedom, double? PValue)
{
    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
