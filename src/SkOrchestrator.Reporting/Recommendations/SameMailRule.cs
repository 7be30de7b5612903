namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Labels of one mail for all can test the machinery only.</summary>
internal sealed class SameMailRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Analysis.Decision.Status != "aa_check"
        ? null
        : new(
            "Send different messages",
            "The labels belong to a mail that was the same for everyone. Send the arms of this run and name the column that holds the arm really sent:",
            "orchestrator run --engagement historical --arm-column COLUMN --customers FILE");
}
