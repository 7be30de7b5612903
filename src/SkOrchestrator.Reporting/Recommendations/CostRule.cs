namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Messages are written per segment and tone, so cost does not grow with customers.</summary>
internal sealed class CostRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var usage = facts.Input.Run.Usage;
        var customers = facts.Input.Run.Funnel.Assigned;
        if (customers == 0)
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
