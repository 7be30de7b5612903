namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A sample that is too small for a lift of 10% is named with the size needed.</summary>
internal sealed class SampleSizeRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.PowerOf(facts.Primary) is not { NeededPerArm: { } needed } power || power.PerArm >= needed
        ? null
        : new(
            "Plan a larger sample",
            $"The smallest arm has {ReportNumber.Count(power.PerArm)} customers. To find a lift of 10% on {ReportFacts.MetricName(power.Metric)}, " +
            $"{ReportNumber.Count(needed)} per arm are needed; with this sample only a lift of {ReportNumber.Lift(power.DetectableLiftPercent)} would be found. " +
            "Use more customers, fewer arms, or a metric that happens more often.");
}
