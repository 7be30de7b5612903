namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Proof is kept with the run.</summary>
internal sealed class AuditRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => new(
        "Audit and retention",
        $"Keep the whole run directory: {ReportNumber.Count(facts.Input.Run.AuditHead.Rows)} audit rows, the prompts' and inputs' hashes and this report prove " +
        "what was sent to whom and why. Verify the chain at any time, with the path of the run directory:",
        $"orchestrator audit verify runs/{ReportText.Line(facts.Input.Run.RunId)}");
}
