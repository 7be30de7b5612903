using SkOrchestrator.Experiment;

namespace SkOrchestrator.Planning;

/// <summary>What <c>plan --json</c> prints.</summary>
internal sealed record PlanDocument(
    string ExperimentId,
    string Provider,
    int Seed,
    DateTimeOffset SendAt,
    Funnel Funnel,
    IReadOnlyList<PlanDocumentSegment> Segments,
    IReadOnlyDictionary<string, long> Arms,
    long SmallestArm,
    string PrimaryMetric,
    double Alpha,
    int Treatments,
    IReadOnlyList<PlannedMetric> Metrics,
    bool TooSmall,
    IReadOnlyList<string> Advice,
    CallEstimate ModelCalls,
    PlanDocumentLock? Lock,
    BacktestResult? Backtest,
    IReadOnlyList<string> Warnings)
{
    public static PlanDocument Of(PlanOutcome plan) => new(
        plan.Experiment.Id,
        plan.Provider,
        plan.Experiment.Seed,
        plan.SendAt,
        plan.Audience.Funnel,
        [.. plan.Audience.Segments.Select(s => new PlanDocumentSegment(
            s.SegmentId.Value, s.Label, s.Size, plan.Arms.ToDictionary(a => a.Value, a => plan.Audience.SizeOf(s.SegmentId, a))))],
        plan.Arms.ToDictionary(a => a.Value, plan.Audience.SizeOf),
        plan.Audience.SmallestArm,
        plan.Experiment.Primary,
        plan.Experiment.Alpha,
        plan.Arms.Count - 1,
        plan.Metrics,
        plan.IsTooSmall,
        plan.Advice,
        plan.Calls,
        plan.Lock is { } status ? new PlanDocumentLock(status.Path, status.Status, status.Plan.LockedAt, status.Plan.EndsAt, status.Plan.Sha256) : null,
        plan.Backtest,
        plan.Warnings);
}
