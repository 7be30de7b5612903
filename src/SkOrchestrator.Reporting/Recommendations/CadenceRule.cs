namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Segments and effects drift; a campaign is measured each time.</summary>
internal sealed class CadenceRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Campaign is not { Segments.Count: > 0 and var count }
        ? null
        : new(
            "Cadence",
            $"The {ReportNumber.Count(count)} segments describe the customers of this file. Segment again when the list changes much, keep a control arm " +
            "in every campaign, and respect suppressions and frequency caps each time: they are applied before assignment.");
}
