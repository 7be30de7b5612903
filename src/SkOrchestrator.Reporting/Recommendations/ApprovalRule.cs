namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A person stands between an approved text and a customer.</summary>
internal sealed class ApprovalRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Campaign is not { Approved.Count: > 0 } input
        ? null
        : new(
            "Approval",
            $"{ReportNumber.Count(input.Approved.Count)} messages passed the checks. Have marketing and compliance read them before sending; the hash of each " +
            "text in the audit shows later that what was sent is what was approved.");
}
