namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A winner is used, with its interval and only when engagement was real.</summary>
internal sealed class WinnerRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.IsSimulated || facts.Analysis.Decision.Status != "winner" || facts.Headline is not { } best
        ? null
        : new(
            $"Use {facts.ArmName(best.Arm)}",
            $"Its lift on {ReportFacts.MetricName(best.Metric)} is {ReportNumber.Lift(best.RelativeLiftPercent?.Estimate)} " +
            $"({facts.IntervalLevel} interval {ReportNumber.LiftRange(best.RelativeLiftPercent)}). Plan with the lower end, keep a small control group, " +
            "and measure again: the estimate of a winner tends to be too high.");
}
