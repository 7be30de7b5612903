namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A simulation is followed by a real mailing, never by a roll-out.</summary>
internal sealed class SimulatedRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => !facts.IsSimulated || !facts.HasExperiment || !facts.IsMeasured
        ? null
        : new(
            "Run it for real",
            $"Send the approved messages to the {ReportNumber.Count(facts.Customers)} assigned customers, record in the customer file which arm " +
            "each one was sent and whether they opened, clicked and bought, and analyse that file:",
            "orchestrator run --engagement historical --arm-column COLUMN --customers FILE");
}
