using SkOrchestrator.Analysis;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Arm counts that do not fit the plan forbid any reading.</summary>
internal sealed class SampleRatioRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var ratio = facts.Analysis.SampleRatio;
        return !ratio.Mismatch && facts.Analysis.Decision.Status != DecisionStatus.Unhealthy
            ? null
            : new(
                "Find the cause of the sample ratio mismatch",
                $"Arm counts do not fit the planned shares{(ratio.PValue is { } p ? $" ({ReportNumber.PIs(p)})" : string.Empty)}. {Places(ratio)}Until the cause is known, " +
                "no difference of this report can be trusted.");
    }

    /// <summary>Where to look first, by the first stage that does not fit.</summary>
    private static string Places(SampleRatioResult ratio) => (ratio.AssignmentIsExact == false ? StageName.Assigned : ratio.Stages.FirstOrDefault(s => s.Mismatch)?.Stage) switch
    {
        StageName.Assigned => "They do not fit from the start: look at the assignment, at rows that were dropped later, and at the shares that were given. ",
        StageName.Exported => "They stop fitting when mails are handed over: look at what the export left out. ",
        StageName.Sent => "They stop fitting when mails are sent: look at the mail tool's own exclusions. ",
        StageName.Delivered => "They stop fitting at delivery: look for an arm whose mails bounce or are filtered more often. ",
        _ => string.Empty,
    };
}
