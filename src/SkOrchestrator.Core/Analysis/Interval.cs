namespace SkOrchestrator.Analysis;

/// <summary>An estimate with its confidence interval; a bound is null where it is not defined.</summary>
/// <param name="Estimate">The point estimate; null where only a bound is known.</param>
/// <param name="CiLow">Lower bound.</param>
/// <param name="CiHigh">Upper bound.</param>
public sealed record Interval(double? Estimate, double? CiLow, double? CiHigh);
