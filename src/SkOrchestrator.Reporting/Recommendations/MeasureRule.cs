namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Messages without answers are only half an experiment.</summary>
internal sealed class MeasureRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => !facts.HasExperiment || facts.IsMeasured || facts.Campaign is null
        ? null
        : new(
            "Send the messages and measure",
            $"{ReportNumber.Count(facts.Customers)} customers are assigned and nobody was asked yet. Send what was approved, record in the customer " +
            "file which arm each one was sent and whether they opened, clicked and bought, and analyse that file:",
            "orchestrator run --engagement historical --arm-column COLUMN --customers FILE");
}
