namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Messages are written per segment and tone, so cost does not grow with customers.</summary>
internal sealed class CostRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        if (facts.Campaign is not { Run: { Usage: var usage, Funnel.Assigned: > 0 and var customers } })
        {
            return null;
        }

        var perThousand = usage.ModelCalls * 1000d / customers;
        return new(
            "Cost and load",
            $"{ReportNumber.Count(usage.ModelCalls)} model calls, {ReportNumber.Count(usage.SearchCalls)} searches and {ReportNumber.Count(usage.SafetyCalls)} safety " +
            $"calls served {ReportNumber.Count(customers)} customers ({ReportNumber.Rough(perThousand)} model calls per 1,000). " +
            "Calls grow with segments and arms, not with customers, so a larger list costs about the same; watch the rate limits of the services.");
    }
}
