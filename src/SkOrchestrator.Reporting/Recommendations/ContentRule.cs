namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>The messages are only as fresh as the documents they cite.</summary>
internal sealed class ContentRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var cited = facts.Analysis.Citations.Count;
        var most = facts.Analysis.Citations.OrderByDescending(c => c.Variants).ThenBy(c => c.DocumentId, StringComparer.Ordinal).FirstOrDefault();
        return most is null
            ? null
            : new(
                "Content upkeep",
                $"The messages rest on {ReportNumber.Count(cited)} approved documents; {ReportText.Line(most.DocumentId)} ({ReportText.Line(most.Title)}) alone on " +
                $"{ReportNumber.Count(most.Variants)} variants. Give each document an owner and an expiry date, and run again when one changes.");
    }
}
