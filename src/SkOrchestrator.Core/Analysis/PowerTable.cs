using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What the sample could show, per metric, at alpha divided by the number of treatments, as <see cref="PowerPlanner"/> computes it: the lift found with 80 %
/// power with the smallest arm, the power for the best observed lift, and the customers per arm that a lift of 10 % would need.
/// </summary>
internal sealed class PowerTable(AnalysisTable table, double alpha, string? whyNone)
{
    /// <summary>The power that a planned experiment should have.</summary>
    public const double Target = 0.8;

    /// <summary>The relative lift that the needed size is given for, in percent.</summary>
    public const double ReferenceLiftPercent = 10;

    /// <summary>Alpha for one treatment.</summary>
    public double CorrectedAlpha => alpha / Treatments;

    private int Treatments => Math.Max(1, table.PlannedTreatments.Count);

    private long PerArm => table.PlannedTreatments.Prepend(table.Control).Min(table.Assigned);

    /// <summary>One row per metric.</summary>
    public IReadOnlyList<PowerResult> Build(IReadOnlyList<Comparison> comparisons) =>
        [.. table.Metrics.Select(m => (whyNone ?? table.WhyNotObserved(m)) is string why ? None(m, why) : Of(m, Best(comparisons, m)))];

    private PowerResult Of(string metric, Comparison? best)
    {
        if (PerArm == 0)
        {
            return None(metric, "an arm has no customers");
        }

        PowerBaseline baseline = Baseline(metric);
        PowerPlan plan = PowerPlanner.Plan(Question(baseline, PerArm, PerArm) with { LiftsPercent = [ReferenceLiftPercent] });
        NeededSize? needed = plan.Needed.Count == 0 ? null : plan.Needed[0];
        return new(
            metric,
            PerArm,
            Numbers.Finite(plan.DetectableLiftPercent),
            best is null ? null : Achieved(baseline, best),
            needed?.Control)
        {
            NotEstimable = Comparisons.Reasons(plan.NotEstimable, needed?.NotEstimable is string why ? $"a lift of 10 % has no sample size: {why}" : null),
        };
    }

    private double? Achieved(PowerBaseline baseline, Comparison best)
    {
        PowerQuestion question = Question(baseline, table.Assigned(table.Control), table.Assigned(ArmId.From(best.Arm)));
        return Numbers.Finite(PowerPlanner.Plan(question with { LiftsPercent = [], LiftPercent = best.RelativeLiftPercent!.Estimate }).AchievedPower);
    }

    private PowerQuestion Question(PowerBaseline baseline, long control, long treatment) => new()
    {
        Baseline = baseline,
        Control = control,
        Treatment = treatment,
        Treatments = Treatments,
        Alpha = alpha,
        Target = Target,
    };

    private PowerBaseline Baseline(string metric)
    {
        if (!table.IsNumeric(metric))
        {
            Proportion rate = table.Rate(table.Segments, [table.Control], metric);
            return PowerBaseline.OfRate(rate.Trials == 0 ? 0 : rate.Rate);
        }

        MeanSummary mean = table.Mean(table.Segments, [table.Control], metric);
        return PowerBaseline.OfMean(mean.Mean, Math.Sqrt(mean.Variance));
    }

    private PowerResult None(string metric, string reason) => new(metric, PerArm, null, null, null) { NotEstimable = reason };

    private static Comparison? Best(IReadOnlyList<Comparison> comparisons, string metric) =>
        comparisons.Where(c => c.Metric == metric && ComparisonCorrection.Family(c) == ComparisonFamily.Treatments && c.RelativeLiftPercent?.Estimate is not null)
            .MaxBy(c => c.RelativeLiftPercent!.Estimate);
}
