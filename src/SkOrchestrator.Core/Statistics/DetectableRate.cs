namespace SkOrchestrator.Statistics;

/// <summary>A treatment rate that a sample can tell from control.</summary>
/// <param name="Rate">The rate, 0 to 1.</param>
internal sealed record DetectableRate(double Rate);
