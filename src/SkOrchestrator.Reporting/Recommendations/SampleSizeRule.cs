namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>A sample that is too small for a lift of 10% is named with the size needed; beside a difference that was found it only makes the estimate imprecise.</summary>
internal sealed class SampleSizeRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts) => facts.PowerOf(facts.Primary) is not { NeededPerArm: { } needed } power || power.PerArm >= needed
        ? null
        : facts.IsSettled
        ? new(
            "Read the interval: the estimate is imprecise",
            $"The sample was large enough for the difference that was found, but the smallest arm has {ReportNumber.Count(power.PerArm, "customer")}, and {ReportNumber.Count(needed)} per arm " +
            $"would be needed to find a lift of 10% on {ReportFacts.MetricName(power.Metric)} as well. The true effect can lie anywhere in the interval.")
        : new(
            "Plan a larger sample",
            $"The smallest arm has {ReportNumber.Count(power.PerArm, "customer")}. To find a lift of 10% on {ReportFacts.MetricName(power.Metric)}, " +
            $"{ReportNumber.Count(needed)} per arm are needed; with this sample only a lift of {ReportNumber.Lift(power.DetectableLiftPercent)} would be found. " +
            "Use more customers, fewer arms, or a metric that happens more often.");
}
