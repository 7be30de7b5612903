namespace SkOrchestrator.Analysis;

/// <summary>An arm's counts in one segment, or over all.</summary>
/// <param name="Segment">The segment id, or <c>all</c>.</param>
/// <param name="Arm">The arm id.</param>
/// <param name="Assigned">Customers assigned.</param>
/// <param name="Metrics">By metric name.</param>
public sealed record ArmResult(string Segment, string Arm, long Assigned, IReadOnlyDictionary<string, MetricSummary> Metrics);
