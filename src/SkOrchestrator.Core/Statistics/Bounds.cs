namespace SkOrchestrator.Statistics;

/// <summary>A two-sided confidence interval.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound; infinite where the interval is open.</param>
internal sealed record Bounds(double Low, double High);
