using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What the sample could show, per metric, at alpha divided by the number of treatments, as <see cref="PowerPlanner"/> computes it: the lift found with 80 %
/// power with control and the smallest treatment as they are, the power for the best observed lift with its own arm, and the customers per arm that a lift of
/// 10 % would need in arms of equal size. The baseline is control's, and in an A/A check, where all got the same mail, that of everybody.
/// </summary>
internal sealed class PowerTable(AnalysisTable table, double alpha, string? whyNone, bool isAaCheck = false)
{
    /// <summary>The power that a planned experiment should have.</summary>
    public const double Target = 0.8;

    /// <summary>The relative lift that the needed size is given for, in percent.</summary>
    public const double ReferenceLiftPercent = 10;

    /// <summary>Arms whose sizes differ by less than this factor are called equal.</summary>
    private const double EqualArms = 1.1;

    /// <summary>Alpha for one treatment.</summary>
    public double CorrectedAlpha => alpha / Treatments;

    private int Treatments => Math.Max(1, table.PlannedTreatments.Count);

    /// <summary>Whether a lift of 10 % is too small to be found with 80 % power, as the lift that is found is shown: with one decimal.</summary>
    /// <param name="power">The row of the metric.</param>
    public static bool IsSmall(PowerResult power) => power.NeededPerArm is not null && !(power.DetectableLiftPercent is double lift && Math.Round(lift, 1, MidpointRounding.AwayFromZero) <= ReferenceLiftPercent);

    /// <summary>The arms that are there, as the subject of a sentence and its end.</summary>
    /// <param name="unit">What follows the first number, such as <c> customers</c>.</param>
    public string Present(string unit) => HasEqualArms
        ? Sentence.Of($"the smallest arm has {PerArm:N0}{unit}")
        : Sentence.Of($"control has {table.Assigned(table.Control):N0}{unit} and the smallest treatment {SmallestTreatment:N0}");

    /// <summary>What the needed size is counted in.</summary>
    public string Unit => HasEqualArms ? "per arm" : "per arm in equal arms";

    private long SmallestTreatment => table.PlannedTreatments.Select(table.Assigned).DefaultIfEmpty().Min();

    private bool HasEqualArms => table.Assigned(table.Control) is var control && control <= EqualArms * SmallestTreatment && SmallestTreatment <= EqualArms * control;

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
        PowerPlan plan = PowerPlanner.Plan(Question(baseline, table.Assigned(table.Control), SmallestTreatment) with { LiftsPercent = [] });
        NeededSize? needed = PowerPlanner.Plan(Question(baseline, PerArm, PerArm) with { LiftsPercent = [ReferenceLiftPercent] }).Needed.FirstOrDefault();
        return new(
            metric,
            PerArm,
            Numbers.Finite(plan.DetectableLiftPercent),
            best is null ? null : Achieved(baseline, best),
            needed?.Control)
        {
            NotEstimable = Comparisons.Reasons(plan.NotEstimable, needed?.NotEstimable is string why ? $"a lift of 10 % has no sample size: {why}" : null, isAaCheck ? AaCheck.NoLift : null),
        };
    }

    private double? Achieved(PowerBaseline baseline, Comparison best)
    {
        PowerQuestion question = Question(baseline, table.Assigned(table.Control), table.Assigned(ArmId.From(best.Arm)));
        return Numbers.Chance(PowerPlanner.Plan(question with { LiftsPercent = [], LiftPercent = best.RelativeLiftPercent!.Estimate }).AchievedPower);
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
        ArmId[] arms = isAaCheck ? [.. table.Treatments, table.Control] : [table.Control];
        if (!table.IsNumeric(metric))
        {
            Proportion rate = table.Rate(table.Segments, arms, metric);
            return PowerBaseline.OfRate(rate.Trials == 0 ? 0 : rate.Rate);
        }

        MeanSummary mean = table.Mean(table.Segments, arms, metric);
        return PowerBaseline.OfMean(mean.Mean, Math.Sqrt(mean.Variance));
    }

    private PowerResult None(string metric, string reason) => new(metric, PerArm, null, null, null) { NotEstimable = reason };

    private static Comparison? Best(IReadOnlyList<Comparison> comparisons, string metric) =>
        comparisons.Where(c => c.Metric == metric && ComparisonCorrection.Family(c) == ComparisonFamily.Treatments && c.RelativeLiftPercent?.Estimate is not null)
            .MaxBy(c => c.RelativeLiftPercent!.Estimate);
}
