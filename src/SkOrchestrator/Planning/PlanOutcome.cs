using SkOrchestrator.Configuration;

namespace SkOrchestrator.Planning;

/// <summary>Everything that <c>plan</c> has to say.</summary>
internal sealed record PlanOutcome
{
    public required ExperimentOptions Experiment { get; init; }

    public required string Provider { get; init; }

    public required DateTimeOffset SendAt { get; init; }

    public required Audience Audience { get; init; }

    public required IReadOnlyList<PlannedMetric> Metrics { get; init; }

    public required CallEstimate Calls { get; init; }

    public PlanLockStatus? Lock { get; init; }

    public BacktestResult? Backtest { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What the power means.</summary>
    public IReadOnlyList<string> Advice => PlanAdvice.Of(Metrics, Audience.SmallestArm);

    /// <summary>Whether a verdict would be refused.</summary>
    public bool IsTooSmall => PlanAdvice.IsTooSmall(Metrics);

    public PlannedMetric Primary => Metrics.First(m => m.IsPrimary);

    /// <summary>Control, then the treatments that take part.</summary>
    public IReadOnlyList<Identity.ArmId> Arms => [Identity.ArmId.Control, .. PlannedDesign.Treatments(Experiment).Select(t => t.Id)];
}
