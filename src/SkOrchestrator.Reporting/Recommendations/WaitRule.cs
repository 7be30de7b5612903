using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Nothing is decided while customers can still answer, unless harm says stop.</summary>
internal sealed class WaitRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.IsSimulated || facts is not { HasExperiment: true, IsOpen: true, Analysis.Window: { } window }
        ? null
        : new(
            $"Wait until {ReportNumber.Moment(window.ClosesAt)}",
            $"{ReportNumber.Percent(window.ElapsedShare)} of the window has passed. Analyse again when it has closed" + (facts.Analysis.Decision.Status == DecisionStatus.StopForHarm
                ? "; what does harm stops now." : "; choosing now would reward early luck."));
}
