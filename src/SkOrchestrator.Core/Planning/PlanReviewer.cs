using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Planning;

/// <summary>Holds what is done against what was planned, and says every deviation in a sentence.</summary>
public static class PlanReviewer
{
    /// <summary>How a run keeps to the plan; null when the plan is another experiment's.</summary>
    /// <param name="plan">The locked plan.</param>
    /// <param name="actual">The experiment as it is run.</param>
    /// <param name="hashes">What the run rests on; null where that isn't known.</param>
    public static PlanReview? Review(PlanLock plan, ExperimentOptions actual, PlanHashes? hashes)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(actual);
        if (plan.ExperimentId != actual.Id)
        {
            return null;
        }

        var choices = PlanChoices.Of(actual);
        return Done(plan, [
            .. PlanDeviations.Of(plan, choices),
            .. PlanDeviations.Withdrawn(plan, actual),
            .. hashes is null ? [] : PlanDeviations.Of(plan.Hashes, hashes),
        ]);
    }

    /// <summary>How an analysis keeps to the plan, judged by the choices that are given.</summary>
    /// <param name="plan">The locked plan.</param>
    /// <param name="choices">The choices; those left null are the plan's.</param>
    public static PlanReview Review(PlanLock plan, PlanChoices choices)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(choices);
        return Done(plan, [.. PlanDeviations.Of(plan, choices)]);
    }

    private static PlanReview Done(PlanLock plan, IReadOnlyList<string> deviations) => new(plan.LockedAt, plan.Sha256, deviations);
}
