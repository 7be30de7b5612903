using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>Means, variance reduction and ratio metrics.</summary>
internal static class MeanFamilies
{
    public static ReferenceFamily WelchT { get; } = new(
        new Outputs
        {
            ["mean1"] = c => Means(c).Control.Mean,
            ["mean2"] = c => Means(c).Treatment.Mean,
            ["var1"] = c => Means(c).Control.Variance,
            ["var2"] = c => Means(c).Treatment.Variance,
            ["diff"] = c => Means(c).Treatment.Mean - Means(c).Control.Mean,
            ["se"] = c => Welch(c)?.StandardError ?? 0,
            ["t"] = c => Welch(c)?.Test.Statistic,
            ["df"] = c => Welch(c)?.Test.DegreesOfFreedom,
            ["p_two_sided"] = c => Welch(c)?.Test.PValue,
            ["p_greater"] = c => Welch(c)?.Test is TestResult t ? StudentTail.Upper(t.Statistic!.Value, t.DegreesOfFreedom!.Value) : null,
            ["ci"] = c => Pair(Welch(c)?.Interval),
            ["t_pooled"] = c => Pooled(c)?.Statistic,
            ["df_pooled"] = c => Pooled(c)?.DegreesOfFreedom ?? Means(c).Control.Count + Means(c).Treatment.Count - 2,
            ["p_pooled"] = c => Pooled(c)?.PValue,
        },
        []);

    public static ReferenceFamily Cuped { get; } = new(
        new Outputs
        {
            ["theta_pooled"] = c => Adjustment(c).Theta,
            ["correlation_pooled"] = c => Adjustment(c).Correlation,
            ["adjusted_mean_control"] = c => Adjusted(c).ControlMean,
            ["adjusted_mean_treatment"] = c => Adjusted(c).TreatmentMean,
            ["effect"] = c => Adjusted(c).Difference,
            ["se"] = c => Adjusted(c).StandardError,
            ["t"] = c => Adjusted(c).Test.Statistic,
            ["df"] = c => Adjusted(c).Test.DegreesOfFreedom,
            ["p_two_sided"] = c => Adjusted(c).Test.PValue,
            ["ci"] = c => Pair(Adjusted(c).Interval),
            ["unadjusted_effect"] = c => Unadjusted(c).Difference,
            ["unadjusted_se"] = c => Unadjusted(c).StandardError,
            ["unadjusted_p"] = c => Unadjusted(c).Test.PValue,
            ["variance_ratio"] = c => Math.Pow(Adjusted(c).StandardError / Unadjusted(c).StandardError, 2),
            ["relative_effect"] = c => Adjusted(c).Difference / Control(c).MeanY,
            ["theta_within"] = c => Ancova(c)?.Slope,
            ["ancova_effect"] = c => Ancova(c)?.Effect,
            ["ancova_se"] = c => Ancova(c)?.StandardError,
            ["ancova_p"] = c => Ancova(c)?.Test.PValue,
            ["ancova_df"] = c => Ancova(c)?.Test.DegreesOfFreedom,
        },
        []);

    public static ReferenceFamily Ratio { get; } = new(
        new Outputs
        {
            ["ratio1"] = c => Ratios(c).ControlMean,
            ["ratio2"] = c => Ratios(c).TreatmentMean,
            ["unit_variance1"] = c => RatioMetric.PerCustomer(Events(c, "control"))?.Variance,
            ["unit_variance2"] = c => RatioMetric.PerCustomer(Events(c, "treatment"))?.Variance,
            ["diff"] = c => Ratios(c).Difference,
            ["se"] = c => Ratios(c).StandardError,
            ["df_welch"] = c => Ratios(c).Test.DegreesOfFreedom,
            ["p_welch"] = c => Ratios(c).Test.PValue,
            ["diff_ci_z"] = c => new[] { -1, 1 }.Select(sign => Ratios(c).Difference + (sign * NormalTail.CriticalValue(c["conf"]) * Ratios(c).StandardError)),
            ["lift"] = c => Lift(c).Estimate,
            ["lift_se"] = c => Lift(c).StandardError,
            ["lift_ci_z"] = c => Pair(Lift(c).Interval),
        },
        []);

    private static (MeanSummary Control, MeanSummary Treatment) Means(ReferenceCase c) =>
        c.Inputs.TryGetProperty("control", out _)
            ? (MeanSummary.FromValues(Numbers(c, "control")), MeanSummary.FromValues(Numbers(c, "treatment")))
            : (new((long)c["n1"], c["mean1"], c["var1"]), new((long)c["n2"], c["mean2"], c["var2"]));

    private static MeanDifference? Welch(ReferenceCase c) => WelchTest.Of(Means(c).Control, Means(c).Treatment, c["conf"]).OrNull();

    private static TestResult? Pooled(ReferenceCase c) => PooledTTest.Of(Means(c).Control, Means(c).Treatment, c["conf"]).OrNull()?.Test;

    private static PairedSummary Control(ReferenceCase c) => Paired(c, "control_x", "control_y");

    private static PairedSummary Treatment(ReferenceCase c) => Paired(c, "treatment_x", "treatment_y");

    private static CupedAdjustment Adjustment(ReferenceCase c) => CupedAdjustment.Over([Control(c), Treatment(c)]);

    private static MeanDifference Adjusted(ReferenceCase c) =>
        WelchTest.Of(Adjustment(c).Adjust(Control(c)), Adjustment(c).Adjust(Treatment(c)), c["conf"]).OrNull()!;

    private static MeanDifference Unadjusted(ReferenceCase c) => WelchTest.Of(Control(c).Y, Treatment(c).Y, c["conf"]).OrNull()!;

    private static AncovaResult? Ancova(ReferenceCase c) => AncovaTest.Of(Control(c), Treatment(c), c["conf"]).OrNull();

    private static PairedSummary Events(ReferenceCase c, string arm) => Paired(c, $"{arm}_d", $"{arm}_m");

    private static MeanDifference Ratios(ReferenceCase c) => RatioMetric.Compare(Events(c, "control"), Events(c, "treatment"), c["conf"]).OrNull()!;

    private static EffectEstimate Lift(ReferenceCase c) => RatioMetric.Lift(Events(c, "control"), Events(c, "treatment"), c["conf"]).OrNull()!;
}
