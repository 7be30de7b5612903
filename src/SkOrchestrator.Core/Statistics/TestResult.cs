namespace SkOrchestrator.Statistics;

/// <summary>The outcome of a significance test.</summary>
/// <param name="Statistic">The statistic; null for exact tests.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom; null where there are none.</param>
/// <param name="PValue">Two-sided p-value, 0 to 1.</param>
internal sealed record TestResult(double? Statistic, double? DegreesOfFreedom, double PValue);
