namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A verdict is worth more when its rules were fixed before the data.</summary>
internal sealed class PlanRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts switch
    {
        { IsSimulated: true } or { HasExperiment: false } or { IsMeasured: false } or { IsSameMail: true } or { Analysis.Plan.Deviations.Count: 0 } => null,
        { Analysis.Plan: { } plan } => new(
            "Confirm before you rely on it",
            $"The locked plan was not kept in {ReportNumber.Count(plan.Deviations.Count)} {(plan.Deviations.Count == 1 ? "point" : "points")}, so this result is exploratory. " +
            "Test the same question again under a plan that is kept."),
        { Campaign: null, Source.EventFiles.Count: 0 } => new(
            "Fix the rules first next time",
            "No plan was locked before the data were seen. Write down the primary metric, the arms, alpha, the smallest effect of interest and the end before sending, so that nobody can doubt the result."),
        _ => new(
            "Lock the plan next time",
            "No plan was locked before the data were seen, so a doubter can say that metric or end were chosen to fit. Lock it before assignment:",
            "orchestrator plan --lock"),
    };
}
