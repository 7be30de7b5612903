using System.Text.Json;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>How the outputs of the reference cases are computed here.</summary>
internal static class ReferenceFamilies
{
    /// <summary>Families without any output here, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotYet { get; } = new Dictionary<string, string>
    {
        ["omnibus"] = "test of all arms at once",
        ["cuped"] = "variance reduction",
        ["ratio_metric"] = "per-event ratios",
        ["clustering"] = "belongs to segmentation",
        ["email_experiment"] = "see EmailExperimentTests: computed by the analyser",
    };

    public static IReadOnlyDictionary<string, ReferenceFamily> Implemented =>
        new[] { Own, BayesFamilies.All, MonitoringFamilies.All, LogisticFamilies.All, AssignmentFamilies.All }.SelectMany(families => families).ToDictionary();

    private static IReadOnlyDictionary<string, ReferenceFamily> Own { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["prop2_test"] = new(
            new Outputs
            {
                ["p1"] = c => Arms(c).Control.Rate,
                ["p2"] = c => Arms(c).Treatment.Rate,
                ["diff"] = c => Arms(c).Treatment.Rate - Arms(c).Control.Rate,
                ["pooled"] = c => Arms(c).Successes / Arms(c).Total,
                ["min_expected"] = c => TwoProportionTest.MinimumExpected(Arms(c)),
                ["z_pooled"] = c => TwoProportionTest.Z(Arms(c)).OrNull()?.Statistic,
                ["p_z_pooled"] = c => TwoProportionTest.Z(Arms(c)).OrNull()?.PValue,
                ["p_greater"] = c => TwoProportionTest.Z(Arms(c)).OrNull() is TestResult z ? NormalTail.Upper(z.Statistic!.Value) : null,
                ["p_less"] = c => TwoProportionTest.Z(Arms(c)).OrNull() is TestResult z ? NormalTail.Upper(-z.Statistic!.Value) : null,
                ["chi2"] = c => TwoProportionTest.ChiSquare(Arms(c)).OrNull()?.Statistic,
                ["p_chi2"] = c => TwoProportionTest.ChiSquare(Arms(c)).OrNull()?.PValue,
            },
            ["log10_p_z_pooled", "chi2_yates", "p_yates", "g_stat", "p_g", "se_unpooled", "z_unpooled", "p_z_unpooled"]),
        ["fisher_exact"] = new(
            new Outputs
            {
                ["p_two_sided"] = c => FisherExactTest.TwoSided(Arms(c)).OrNull()?.PValue,
                ["p_greater"] = c => FisherExactTest.Greater(Arms(c)).OrNull()?.PValue,
                ["p_less"] = c => FisherExactTest.Less(Arms(c)).OrNull()?.PValue,
            },
            ["p_greater_mid", "p_less_mid", "log10_p_two_sided", "odds_ratio_sample"]),
        ["prop_ci"] = new(
            new Outputs
            {
                ["estimate"] = c => Single(c).Rate,
                ["wilson"] = c => Pair(WilsonInterval.Of(Single(c), c["conf"])),
            },
            ["wilson_cc", "clopper_pearson", "agresti_coull_unclipped", "jeffreys_equal_tailed", "wald_unclipped"]),
        ["diff_ci"] = new(
            new Outputs
            {
                ["diff"] = c => Arms(c).Treatment.Rate - Arms(c).Control.Rate,
                ["newcombe"] = c => Pair(NewcombeInterval.Of(Arms(c), c["conf"])),
                ["miettinen_nurminen"] = c => Pair(MiettinenNurminenInterval.Of(Arms(c), c["conf"])),
            },
            ["newcombe_cc", "wald", "agresti_caffo"]),
        ["ratio_ci"] = new(
            new Outputs
            {
                ["p1"] = c => Arms(c).Control.Rate,
                ["p2"] = c => Arms(c).Treatment.Rate,
                ["koopman_rr"] = c => Pair(KoopmanInterval.Of(Arms(c), c["conf"])),
                ["katz_rr"] = c => Pair(MantelHaenszel.Ratio([Arms(c)], c["conf"]).OrNull()?.Interval),
                ["log_rr_se"] = c => MantelHaenszel.Ratio([Arms(c)], c["conf"]).OrNull()?.StandardError,
                ["or_woolf"] = c => Pair(MantelHaenszel.OddsRatio([Arms(c)], c["conf"]).OrNull()?.Interval),
                ["fieller_lift"] = c => Pair(Fieller(c)),
            },
            [
                "rr", "lift", "katz_lift", "walter_adjusted_rr", "delta_se", "delta_z_lift", "gbstats_style", "fieller_g", "fieller_kind",
                "fieller_excluded_lift_interval", "miettinen_nurminen_rr", "or_", "or_gart_adjusted",
            ]),
        ["welch_t"] = new(
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
                ["ci"] = c => Pair(Welch(c)?.Interval),
            },
            ["p_greater", "t_pooled", "df_pooled", "p_pooled"]),
        ["cmh"] = new(
            new Outputs
            {
                ["strata_used"] = c => Strata(c).Count(s => s.HasBothArms),
                ["strata_dropped"] = c => Strata(c).Count(s => !s.HasBothArms),
                ["chi2_mh"] = c => CochranMantelHaenszel.Test(Strata(c)).OrNull()?.Statistic,
                ["p_mh"] = c => CochranMantelHaenszel.Test(Strata(c)).OrNull()?.PValue,
                ["or_mh"] = c => MantelHaenszel.OddsRatio(Strata(c), c["conf"]).OrNull()?.Estimate,
                ["log_or_mh_se"] = c => MantelHaenszel.OddsRatio(Strata(c), c["conf"]).OrNull()?.StandardError,
                ["or_mh_ci"] = c => Pair(MantelHaenszel.OddsRatio(Strata(c), c["conf"]).OrNull()?.Interval),
                ["rr_mh"] = c => MantelHaenszel.Ratio(Strata(c), c["conf"]).OrNull()?.Estimate,
                ["log_rr_mh_se"] = c => MantelHaenszel.Ratio(Strata(c), c["conf"]).OrNull()?.StandardError,
                ["rr_mh_ci"] = c => Pair(MantelHaenszel.Ratio(Strata(c), c["conf"]).OrNull()?.Interval),
                ["rd_mh"] = c => MantelHaenszel.Difference(Strata(c), c["conf"]).OrNull()?.Estimate,
                ["rd_mh_se_sato"] = c => MantelHaenszel.Difference(Strata(c), c["conf"]).OrNull()?.StandardError,
                ["rd_mh_ci_sato"] = c => Pair(MantelHaenszel.Difference(Strata(c), c["conf"]).OrNull()?.Interval),
                ["bd_strata"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.DegreesOfFreedom + 1,
                ["breslow_day"] = c => BreslowDayTest.Uncorrected(Strata(c)).OrNull()?.Statistic,
                ["breslow_day_p"] = c => BreslowDayTest.Uncorrected(Strata(c)).OrNull()?.PValue,
                ["tarone"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.Statistic,
                ["tarone_p"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.PValue,
                ["poststratified_rd"] = c => PostStratified(c)?.Difference,
                ["poststratified_rd_se"] = c => PostStratified(c)?.StandardError,
                ["crude_rd"] = c => Crude(c).Treatment.Rate - Crude(c).Control.Rate,
                ["strata_rd"] = c => Strata(c).Where(s => s.HasBothArms).Select(s => s.Treatment.Rate - s.Control.Rate),
            },
            ["chi2_mh_cc", "p_mh_cc", "rd_mh_se_greenland_robins", "woolf", "woolf_p", "cochran_q_rd", "cochran_q_rd_p", "crude_rr", "sign_reversal"]),
        ["multiplicity"] = new(
            new Outputs
            {
                ["holm"] = c => MultipleComparisons.Holm(PValues(c)),
                ["benjamini_hochberg"] = c => MultipleComparisons.BenjaminiHochberg(PValues(c)),
                ["reject_holm_05"] = c => MultipleComparisons.Holm(PValues(c)).Select(p => p < 0.05),
                ["reject_bh_05"] = c => MultipleComparisons.BenjaminiHochberg(PValues(c)).Select(p => p < 0.05),
            },
            ["bonferroni", "hochberg", "benjamini_yekutieli"]),
        ["sample_size"] = new(
            new Outputs
            {
                ["n1_pooled_null"] = c => RatePower.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]).OrNull()?.PerArm,
                ["n1_pooled_null_ceil"] = c => RatePower.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]).OrNull()?.Customers,
            },
            [
                "n1_unpooled", "cohen_h", "n1_cohen_h", "n1_fleiss_cc", "n1_unpooled_ceil", "n2_unpooled_ceil", "n2_pooled_null_ceil",
                "n1_cohen_h_ceil", "n2_cohen_h_ceil", "n1_fleiss_cc_ceil", "n2_fleiss_cc_ceil",
            ]),
        ["achieved_power"] = new(
            new Outputs
            {
                ["power_pooled_null_one_tail"] = c => RatePower.AchievedOneTail(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
                ["power_pooled_null_two_tail"] = c => RatePower.Achieved(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
            },
            ["power_unpooled_two_tail", "power_cohen_h_two_tail"]),
        ["mde"] = new(
            new Outputs
            {
                ["p2"] = c => RatePower.Detectable(c["p1"], c["n"], c["alpha"], c["power"]).OrNull()?.Rate,
                ["absolute"] = c => RatePower.Detectable(c["p1"], c["n"], c["alpha"], c["power"]).OrNull()?.Rate - c["p1"],
                ["relative"] = c => (RatePower.Detectable(c["p1"], c["n"], c["alpha"], c["power"]).OrNull()?.Rate / c["p1"]) - 1,
            },
            []),
        ["sample_size_mean"] = new(
            new Outputs { ["n_normal_approx"] = c => MeanPower.Needed(c["delta"], c["sd"], c["alpha"], c["power"]).OrNull()?.PerArm },
            ["n_per_arm", "n_per_arm_ceil"]),
        ["srm"] = new(
            new Outputs
            {
                ["chi2"] = c => SampleRatio(c)?.Statistic,
                ["df"] = c => SampleRatio(c)?.DegreesOfFreedom ?? 0,
                ["p"] = c => SampleRatio(c) is TestResult r ? ChiSquareTail.Upper(r.Statistic!.Value, r.DegreesOfFreedom!.Value) : null,
                ["flag_001"] = c => SampleRatio(c)?.PValue < SampleRatioTest.AlarmLevel,
                ["exact_binomial_p"] = c => c.Expected.GetProperty("exact_binomial_p").ValueKind == JsonValueKind.Null ? null : Binomial(c),
            },
            ["expected", "log10_p", "g_stat", "p_g"]),
    };

    private static Stratum Arms(ReferenceCase c) => Arms(c.Inputs);

    private static Stratum Arms(JsonElement e) => new(Counts(e, "x1", "n1"), Counts(e, "x2", "n2"));

    private static Proportion Single(ReferenceCase c) => Counts(c.Inputs, "x", "n");

    private static Proportion Counts(JsonElement e, string x, string n) => new(e.GetProperty(x).GetInt64(), e.GetProperty(n).GetInt64());

    private static List<Stratum> Strata(ReferenceCase c) => [.. c.Inputs.GetProperty("strata").EnumerateArray().Select(Arms)];

    private static Stratum Crude(ReferenceCase c) =>
        Strata(c).Where(s => s.HasBothArms).Aggregate((a, b) => new Stratum(a.Control + b.Control, a.Treatment + b.Treatment));

    private static MeanDifference? PostStratified(ReferenceCase c) =>
        StratifiedMeans.Compare([.. Strata(c).Where(s => s.HasBothArms).Select(s => new WeightedMeans(s.Total, AsMean(s.Control), AsMean(s.Treatment)))], c["conf"]).OrNull();

    private static MeanSummary AsMean(Proportion arm) => new(arm.Trials, arm.Rate, arm.UnitVariance);

    private static double[] PValues(ReferenceCase c) => [.. c.Inputs.GetProperty("pvalues").EnumerateArray().Select(p => p.GetDouble())];

    private static (MeanSummary Control, MeanSummary Treatment) Means(ReferenceCase c)
    {
        if (!c.Inputs.TryGetProperty("control", out JsonElement control))
        {
            return (new((long)c["n1"], c["mean1"], c["var1"]), new((long)c["n2"], c["mean2"], c["var2"]));
        }

        static double[] Values(JsonElement e) => [.. e.EnumerateArray().Select(v => v.GetDouble())];
        return (MeanSummary.FromValues(Values(control)), MeanSummary.FromValues(Values(c.Inputs.GetProperty("treatment"))));
    }

    private static MeanDifference? Welch(ReferenceCase c) => WelchTest.Of(Means(c).Control, Means(c).Treatment, c["conf"]).OrNull();

    private static Estimated<Bounds> Fieller(ReferenceCase c)
    {
        Stratum arms = Arms(c);
        return FiellerInterval.Of(
            arms.Control.Rate, arms.Control.UnitVariance / arms.Control.Trials, arms.Treatment.Rate, arms.Treatment.UnitVariance / arms.Treatment.Trials,
            NormalTail.CriticalValue(c["conf"]));
    }

    private static TestResult? SampleRatio(ReferenceCase c) => SampleRatioTest.Of(SplitCounts(c), SplitWeights(c)).OrNull();

    private static double? Binomial(ReferenceCase c) => BinomialTest.PValue(SplitCounts(c)[0], SplitCounts(c).Sum(), SplitWeights(c)[0] / SplitWeights(c).Sum());

    private static long[] SplitCounts(ReferenceCase c) => [.. c.Inputs.GetProperty("counts").EnumerateArray().Select(n => n.GetInt64())];

    private static double[] SplitWeights(ReferenceCase c) => [.. c.Inputs.GetProperty("weights").EnumerateArray().Select(w => w.GetDouble())];

    private static double[]? Pair(Estimated<Bounds> bounds) => Pair(bounds.OrNull());

    private static double[]? Pair(Bounds? bounds) => bounds is null ? null : [bounds.Low, bounds.High];
}
