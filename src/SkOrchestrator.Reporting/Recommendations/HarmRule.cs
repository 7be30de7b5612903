using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Harm is acted on at once, unless it is only simulated.</summary>
internal sealed class HarmRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        if (facts.IsSimulated || facts.Analysis.Decision.Status != DecisionStatus.StopForHarm)
        {
            return null;
        }

        var arms = facts.Analysis.Guardrails.Where(GuardrailsSection.IsBroken).Select(g => facts.ArmName(g.Arm)).Distinct(StringComparer.Ordinal).ToList();
        return new($"Stop sending {(arms.Count == 0 ? "the harmful treatment" : string.Join(", ", arms))}", string.Join(" ", facts.Analysis.Decision.Rules.Select(facts.Words.Line)));
    }
}
