using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What the sample could show, per metric, at alpha divided by the number of treatments: the lift found with 80 % power with the smallest arm, the power
/// for the best observed lift, and the customers per arm that a lift of 10 % would need.
/// </summary>
internal sealed class PowerTable(AnalysisTable table, double alpha, string? whyNone)
{
    /// <summary>The power that a planned experiment should have.</summary>
    public const double Target = 0.8;

    /// <summary>The relative lift that the needed size is given for, in percent.</summary>
    public const double ReferenceLiftPercent = 10;

    /// <summary>Alpha for one treatment.</summary>
    public double CorrectedAlpha => alpha / Math.Max(1, table.PlannedTreatments.Count);

    /// <summary>One row per metric.</summary>
    public IReadOnlyList<PowerResult> Build(IReadOnlyList<Comparison> comparisons) =>
        [.. table.Metrics.Select(m =>
            (whyNone ?? table.WhyNotObserved(m)) is string why ? None(m, why)
            : Metric.IsNumeric(m) ? OfMean(m, Best(comparisons, m))
            : OfRate(m, Best(comparisons, m)))];

    private long PerArm => table.PlannedTreatments.Prepend(ArmId.Control).Min(table.Assigned);

    private PowerResult OfRate(string metric, Comparison? best)
    {
        Proportion control = table.Rate(table.Segments, [ArmId.Control], metric);
        if (control.Successes == 0 || control.Failures == 0 || PerArm == 0)
        {
            return None(metric, control.Trials == 0 || PerArm == 0 ? "an arm has no customers" : "the control rate is 0 or 1");
        }

        Estimated<DetectableRate> detectable = RatePower.Detectable(control.Rate, PerArm, CorrectedAlpha, Target);
        Estimated<SampleSize> needed = RatePower.Needed(control.Rate, control.Rate * (1 + (ReferenceLiftPercent / 100)), CorrectedAlpha, Target);
        return new(
            metric,
            PerArm,
            Numbers.Finite(((detectable.OrNull()?.Rate / control.Rate) - 1) * 100),
            Achieved(control, best),
            needed.OrNull()?.Customers)
        {
            NotEstimable = Comparisons.Reasons(detectable.WhyNot, needed.OrNull() is null ? "a lift of 10 % would give a rate of 1 or more" : null),
        };
    }

    private double? Achieved(Proportion control, Comparison? best)
    {
        if (best is null)
        {
            return null;
        }

        double rate = control.Rate * (1 + (best.RelativeLiftPercent!.Estimate!.Value / 100));
        long treated = table.Assigned(ArmId.From(best.Arm));
        return rate is >= 0 and < 1 && treated > 0
            ? Numbers.Finite(RatePower.Achieved(control.Rate, control.Trials, rate, treated, CorrectedAlpha))
            : null;
    }

    private PowerResult OfMean(string metric, Comparison? best)
    {
        MeanSummary control = table.Mean(table.Segments, [ArmId.Control], metric);
        if (control.Count < 2 || PerArm < 2)
        {
            return None(metric, "an arm has fewer than 2 customers");
        }

        if (!(control.Mean > 0) || !(control.Variance > 0))
        {
            return None(metric, "the control mean is 0 or the values do not vary");
        }

        double deviation = Math.Sqrt(control.Variance);
        MeanSummary? treated = best is null ? null : table.Mean(table.Segments, [ArmId.From(best.Arm)], metric);
        return new(
            metric,
            PerArm,
            Numbers.Finite(MeanPower.DetectableDifference(PerArm, deviation, CorrectedAlpha, Target) / control.Mean * 100),
            treated is { Count: > 1 } t
                ? Numbers.Finite(MeanPower.Achieved(
                    control.Mean * best!.RelativeLiftPercent!.Estimate!.Value / 100, Math.Sqrt(control.MeanVariance + t.MeanVariance), CorrectedAlpha))
                : null,
            MeanPower.Needed(control.Mean * ReferenceLiftPercent / 100, deviation, CorrectedAlpha, Target).OrNull()?.Customers);
    }

    private PowerResult None(string metric, string reason) => new(metric, PerArm, null, null, null) { NotEstimable = reason };

    private static Comparison? Best(IReadOnlyList<Comparison> comparisons, string metric) =>
        comparisons.Where(c => c.Metric == metric && ComparisonCorrection.Family(c) == ComparisonFamily.Treatments && c.RelativeLiftPercent?.Estimate is not null)
            .MaxBy(c => c.RelativeLiftPercent!.Estimate);
}
