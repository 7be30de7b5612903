using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Arms that were shown to be alike are chosen by something else.</summary>
internal sealed class EquivalentRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.IsSimulated || facts.Analysis.Decision.Status != DecisionStatus.Equivalent
        ? null
        : new(
            "Choose by cost",
            $"Every treatment is as good as control on {ReportFacts.MetricName(facts.Primary)} within the smallest effect that would matter. " +
            "Take the one that costs least to make and keep, and spend the next test on a bolder difference.");
}
