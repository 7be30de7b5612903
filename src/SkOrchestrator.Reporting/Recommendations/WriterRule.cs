namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Embedded providers are for trying out; a model and a managed screen are for production.</summary>
internal sealed class WriterRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.Campaign is not { Run: { Provider: "embedded" } run }
        ? null
        : new(
            "From trial to production",
            $"The messages were put together by {ReportText.Line(run.Writer)} and screened by {ReportText.Line(run.Screen)}. " +
            "Connect a model and a managed safety service in azure_config.yaml before mailing many customers; the steps and files stay the same.");
}
