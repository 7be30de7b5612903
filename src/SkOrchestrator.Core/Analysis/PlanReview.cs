namespace SkOrchestrator.Analysis;

/// <summary>How the analysis keeps to a plan that was locked before assignment.</summary>
/// <param name="LockedAt">When the plan was locked.</param>
/// <param name="Sha256">The plan's own hash.</param>
/// <param name="Deviations">What was done otherwise, as sentences; any makes the result exploratory.</param>
public sealed record PlanReview(DateTimeOffset LockedAt, string Sha256, IReadOnlyList<string> Deviations);
