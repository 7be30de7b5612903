namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>The largest loss before assignment is often the cheapest gain.</summary>
internal sealed class AudienceLossRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        if (facts.Campaign is not { Run.Funnel: { Loaded: > 0, Excluded.Count: > 0 } funnel })
        {
            return null;
        }

        var (reason, count) = funnel.Excluded.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal).First();
        return count == 0 ? null : new(
            "Know whom you do not reach",
            $"{ReportNumber.Count(count)} of {ReportNumber.Count(funnel.Loaded)} loaded customers ({ReportNumber.Percent((double)count / funnel.Loaded)}) left for " +
            $"one reason: {ReportText.Line(reason).Replace('_', ' ')}. It is the largest loss before assignment.");
    }
}
