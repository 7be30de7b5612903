namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Passed, but close to a threshold: a person reads it first.</summary>
internal sealed class ReviewRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        if (facts.Campaign is not { } input)
        {
            return null;
        }

        var ids = input.Verdicts.Where(v => v is { IsAllowed: true, NeedsReview: true }).Select(v => ReportText.Line(v.VariantId.Value)).ToList();
        return ids.Count == 0 ? null : new("Have a person read these before sending", string.Join(", ", ids) + ".");
    }
}
