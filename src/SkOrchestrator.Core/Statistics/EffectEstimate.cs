namespace SkOrchestrator.Statistics;

/// <summary>An effect with its standard error and interval.</summary>
/// <param name="Estimate">The point estimate.</param>
/// <param name="StandardError">Its standard error; on the log scale for ratios.</param>
/// <param name="Interval">Its confidence interval; null where the standard error is 0 or not defined.</param>
internal sealed record EffectEstimate(double Estimate, double? StandardError, Bounds? Interval);
