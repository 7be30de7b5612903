using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Planning;

/// <summary>What the power of a plan means, in sentences.</summary>
public static class PlanAdvice
{
    /// <summary>Whether the primary metric is viable, and which metric the list is large enough for.</summary>
    /// <param name="metrics">The outlook of every metric.</param>
    /// <param name="smallestArm">Customers in the smallest arm.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<PlannedMetric> metrics, long smallestArm)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return [.. metrics.Where(m => m.IsPrimary).Select(m => OfPrimary(m, smallestArm)), OfChoice(metrics)];
    }

    /// <summary>Whether the list is too small for the primary metric, so that a verdict would be refused.</summary>
    /// <param name="metrics">The outlook of every metric.</param>
    public static bool IsTooSmall(IReadOnlyList<PlannedMetric> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        return metrics.Any(m => m.IsPrimary && m.Outlook is MetricOutlook.TooSmall);
    }

    private static string OfPrimary(PlannedMetric m, long smallestArm) => m.Outlook switch
    {
        MetricOutlook.Enough => Sentence.Of(
            $"{m.Metric} is viable: a lift of {m.SmallestEffectPercent:0.##} % is found with {m.Achieved * 100:0} % power; {Detectable(m)}."),
        MetricOutlook.Weak => Sentence.Of(
            $"{m.Metric} is weak: a lift of {m.SmallestEffectPercent:0.##} % would be found with {m.Achieved * 100:0} % power only; {Detectable(m)}{Needs(m)}."),
        MetricOutlook.TooSmall => Sentence.Of(
            $"The list is too small for {m.Metric}: with {smallestArm:N0} customers in the smallest arm {Detectable(m)}. Unless an effect that large shows, the verdict will be refused (not enough data){Needs(m)}."),
        _ => $"Nothing can be said of {m.Metric}: {m.NotEstimable}.",
    };

    private static string Detectable(PlannedMetric m) => m.DetectableLiftPercent is { } lift
        ? Sentence.Of($"the smallest lift found with 80 % power is {lift:0.#} %")
        : "no lift at all would be found with 80 % power";

    private static string Needs(PlannedMetric m) => m.NeededForSmallestEffect is { } needed
        ? Sentence.Of($"; a lift of {m.SmallestEffectPercent:0.##} % needs {needed:N0} customers in control")
        : string.Empty;

    private static string OfChoice(IReadOnlyList<PlannedMetric> metrics)
    {
        var enough = metrics.Where(m => m.Outlook == MetricOutlook.Enough).ToList();
        var better = enough.Where(m => m.Metric is Metric.ConversionRate or Metric.RevenuePerRecipient && !m.IsPrimary).Select(Named).ToList();
        if (better.Count > 0)
        {
            return $"Power allows {string.Join(" and ", better)}, which is closer to what the campaign is for: consider it as primary metric.";
        }

        var others = enough.Where(m => !m.IsPrimary && m.Metric != Metric.OpenRate).Select(Named).ToList();
        return others.Count > 0 && !enough.Any(m => m.IsPrimary) ? $"Power allows {string.Join(" and ", others)} as primary metric."
            : enough.Any(m => m.IsPrimary) ? "Power allows no metric that is closer to the purpose: conversion or revenue need more customers."
            : Sentence.Of($"Power allows no metric at the smallest effect of {metrics[0].SmallestEffectPercent:0.##} %: mail more customers, test fewer arms, or say which larger effect would matter.");
    }

    private static string Named(PlannedMetric m) => Sentence.Of($"{m.Metric} within {m.WindowDays:0.##} days");
}
