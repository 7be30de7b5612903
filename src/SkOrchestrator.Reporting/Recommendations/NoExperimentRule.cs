using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Without arms there is nothing to read; the messages come first.</summary>
internal sealed class NoExperimentRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.HasExperiment
        ? null
        : facts.Input.Segments.Count == 0
        ? new(
            "Find customers who can be mailed",
            "Every customer was left out before anything was written. Read the reasons in the audience funnel, mend consent, suppressions or addresses, and run again.")
        : new(
            "Get messages approved",
            $"{ReportNumber.Count(facts.CountOf(VariantStatus.Approved))} of {ReportNumber.Count(facts.Input.Variants.Count)} variants were approved, and no " +
            "customer was assigned. Read the reasons under Safety, mend content or prompts, and run again.");
}
