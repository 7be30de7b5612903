using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Without arms there is nothing to read; the messages come first.</summary>
internal sealed class NoExperimentRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.HasExperiment || facts.Campaign is not { } input
        ? null
        : input.Segments.Count == 0
        ? new(
            "Find customers who can be mailed",
            "Every customer was left out before anything was written. Read the reasons in the audience funnel, mend consent, suppressions or addresses, and run again.")
        : new(
            "Get messages approved",
            $"{ReportNumber.Count(input.CountOf(VariantStatus.Approved))} of {ReportNumber.Count(input.Variants.Count)} variants were approved, and no " +
            "customer was assigned. Read the reasons under Safety, mend content or prompts, and run again.");
}
