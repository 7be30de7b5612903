namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Proof is kept with the run.</summary>
internal sealed class AuditRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Campaign is not { Run: var run } ? null : new(
        "Audit and retention",
        $"Keep the whole run directory: {ReportNumber.Count(run.AuditHead.Rows)} audit rows, the prompts' and inputs' hashes and this report prove " +
        "what was sent to whom and why. Verify the chain at any time, with the path of the run directory:",
        $"orchestrator audit verify runs/{ReportText.Line(run.RunId)}");
}
