using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Without a clear difference nothing is claimed.</summary>
internal sealed class UnclearRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.IsWorse || !facts.HasExperiment || !facts.IsMeasured || facts.Analysis.Decision.Status is not (DecisionStatus.Inconclusive or DecisionStatus.NotEnoughData)
        ? null
        : new(
            "Claim no winner",
            $"No treatment can be told apart from control on {ReportFacts.MetricName(facts.Primary)}. Choose by cost and by what the brand prefers, " +
            "or test a bolder difference.");
}
