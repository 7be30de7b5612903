namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Harm is acted on at once, unless it is only simulated.</summary>
internal sealed class HarmRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.IsSimulated || facts.Analysis.Decision.Status != "stop_for_harm"
        ? null
        : new("Stop the harmful treatment", string.Join(" ", facts.Analysis.Decision.Rules.Select(facts.Words.Line)));
}
