namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A treatment that is shown to be worse than control is not used.</summary>
internal sealed class WorseRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var worse = facts.Worse;
        return worse.Count == 0 ? null : new(
            $"Do not use {string.Join(", ", worse.Select(c => facts.ArmName(c.Arm)))}",
            $"Worse than control on {ReportFacts.MetricName(facts.Primary)}: {string.Join("; ", worse.Select(c => $"{facts.ArmName(c.Arm)} {facts.DifferenceText(c.Metric, c.AbsoluteDifference)}"))}." +
            (facts.IsWorse ? " Keep what control gets, or test another message." : string.Empty));
    }
}
