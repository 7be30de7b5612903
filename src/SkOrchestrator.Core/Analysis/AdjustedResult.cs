namespace SkOrchestrator.Analysis;

/// <summary>The same question answered another way, beside the main result: with less variance, or weighted by segment size.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Arm">The treatment, or <c>any-treatment</c>.</param>
/// <param name="Method"><c>cuped</c>, <c>post_stratified</c> or <c>winsorised</c>.</param>
/// <param name="AbsoluteDifference">Treatment − control.</param>
/// <param name="PValue">Two-sided p-value, not corrected.</param>
public sealed record AdjustedResult(string Metric, string Arm, string Method, Interval? AbsoluteDifference, double? PValue)
{
    /// <summary>The covariate of CUPED.</summary>
    public string? Covariate { get; init; }

    /// <summary>CUPED's coefficient, one over all arms.</summary>
    public double? Theta { get; init; }

    /// <summary>Variance of the adjusted estimate over that of the plain one.</summary>
    public double? VarianceRatio { get; init; }

    /// <summary>The cap of winsorising.</summary>
    public double? Cap { get; init; }

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
