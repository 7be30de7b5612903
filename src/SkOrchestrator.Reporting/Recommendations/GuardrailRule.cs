using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A guardrail that is neither broken nor passed is watched.</summary>
internal sealed class GuardrailRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var open = facts.Analysis.Guardrails.Where(g => g is { NotEstimable: null, Outcome: GuardrailOutcome.Unclear or GuardrailOutcome.Worse }).ToList();
        return facts.IsSimulated || open.Count == 0 ? null : new(
            "Watch the guardrails that are not settled",
            string.Join("; ", open.GroupBy(g => g.Metric, StringComparer.Ordinal)
                .Select(g => $"{ReportFacts.MetricName(g.Key)} of {string.Join(", ", g.Select(x => facts.ArmName(x.Arm)))}")) +
            ": not shown to be within the margin. Roll out in steps and look at these rates at each one.");
    }
}
