namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>One rule that recommends something when the data call for it.</summary>
internal interface IRecommendationRule
{
    /// <summary>The recommendation; null when the rule does not apply.</summary>
    Recommendation? Evaluate(ReportFacts facts);
}
