using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;
using Planned = SkOrchestrator.Statistics.Estimated<SkOrchestrator.Statistics.SampleSize>;

namespace SkOrchestrator.Statistics;

/// <summary>Sample sizes, power and corrections for many tests.</summary>
internal static class PlanningFamilies
{
    public static ReferenceFamily Multiplicity { get; } = new(
        new Outputs
        {
            ["bonferroni"] = c => MultipleComparisons.Bonferroni(PValues(c)),
            ["holm"] = c => MultipleComparisons.Holm(PValues(c)),
            ["hochberg"] = c => MultipleComparisons.Hochberg(PValues(c)),
            ["benjamini_hochberg"] = c => MultipleComparisons.BenjaminiHochberg(PValues(c)),
            ["benjamini_yekutieli"] = c => MultipleComparisons.BenjaminiYekutieli(PValues(c)),
            ["reject_holm_05"] = c => MultipleComparisons.Holm(PValues(c)).Select(p => p < 0.05),
            ["reject_bh_05"] = c => MultipleComparisons.BenjaminiHochberg(PValues(c)).Select(p => p < 0.05),
        },
        []);

    public static ReferenceFamily Rates { get; } = new(
        new Outputs
        {
            ["n1_unpooled"] = c => Unpooled(c).OrNull()?.PerArm,
            ["n1_unpooled_ceil"] = c => Unpooled(c).OrNull()?.Customers,
            ["n2_unpooled_ceil"] = c => Unpooled(c).OrNull()?.CustomersOf(c["ratio"]),
            ["n1_pooled_null"] = c => Pooled(c).OrNull()?.PerArm,
            ["n1_pooled_null_ceil"] = c => Pooled(c).OrNull()?.Customers,
            ["n2_pooled_null_ceil"] = c => Pooled(c).OrNull()?.CustomersOf(c["ratio"]),
            ["cohen_h"] = c => CohenEffectSize.H(c["p1"], c["p2"]),
            ["n1_cohen_h"] = c => Cohen(c).OrNull()?.PerArm,
            ["n1_cohen_h_ceil"] = c => Cohen(c).OrNull()?.Customers,
            ["n2_cohen_h_ceil"] = c => Cohen(c).OrNull()?.CustomersOf(c["ratio"]),
            ["n1_fleiss_cc"] = c => Fleiss(c).OrNull()?.PerArm,
            ["n1_fleiss_cc_ceil"] = c => Fleiss(c).OrNull()?.Customers,
            ["n2_fleiss_cc_ceil"] = c => Fleiss(c).OrNull()?.CustomersOf(c["ratio"]),
        },
        []);

    public static ReferenceFamily Power { get; } = new(
        new Outputs
        {
            ["power_pooled_null_one_tail"] = c => RatePower.AchievedOneTail(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
            ["power_pooled_null_two_tail"] = c => RatePower.Achieved(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
            ["power_unpooled_two_tail"] = c => UnpooledRatePower.Achieved(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
            ["power_cohen_h_two_tail"] = c => CohenEffectSize.Achieved(c["p1"], c["n1"], c["p2"], c["n2"], c["alpha"]),
        },
        []);

    public static ReferenceFamily Detectable { get; } = new(
        new Outputs
        {
            ["p2"] = c => Rate(c),
            ["absolute"] = c => Rate(c) - c["p1"],
            ["relative"] = c => (Rate(c) / c["p1"]) - 1,
        },
        []);

    public static ReferenceFamily Means { get; } = new(
        new Outputs
        {
            ["n_per_arm"] = c => Student(c).OrNull()?.PerArm,
            ["n_per_arm_ceil"] = c => Student(c).OrNull()?.Customers,
            ["n_normal_approx"] = c => MeanPower.Needed(c["delta"], c["sd"], c["alpha"], c["power"]).OrNull()?.PerArm,
        },
        []);

    private static double[] PValues(ReferenceCase c) => ReferenceInputs.Numbers(c, "pvalues");

    private static double? Rate(ReferenceCase c) => RatePower.Detectable(c["p1"], c["n"], c["alpha"], c["power"]).OrNull()?.Rate;

    private static Planned Student(ReferenceCase c) => StudentMeanPower.Needed(c["delta"], c["sd"], c["alpha"], c["power"]);

    private static Planned Unpooled(ReferenceCase c) => UnpooledRatePower.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]);

    private static Planned Pooled(ReferenceCase c) => RatePower.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]);

    private static Planned Cohen(ReferenceCase c) => CohenEffectSize.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]);

    private static Planned Fleiss(ReferenceCase c) => FleissCorrection.Needed(c["p1"], c["p2"], c["alpha"], c["power"], c["ratio"]);
}
