namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Embedded providers are for trying out; a model and a managed screen are for production.</summary>
internal sealed class WriterRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Input.Run.Provider != "embedded"
        ? null
        : new(
            "From trial to production",
            $"The messages were put together by {ReportText.Line(facts.Input.Run.Writer)} and screened by {ReportText.Line(facts.Input.Run.Screen)}. " +
            "Connect a model and a managed safety service in azure_config.yaml before mailing many customers; the steps and files stay the same.");
}
