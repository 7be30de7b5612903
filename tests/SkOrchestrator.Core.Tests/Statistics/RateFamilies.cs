using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>Tests of two rates.</summary>
internal static class RateFamilies
{
    public static ReferenceFamily TwoProportions { get; } = new(
        new Outputs
        {
            ["p1"] = c => Arms(c).Control.Rate,
            ["p2"] = c => Arms(c).Treatment.Rate,
            ["diff"] = c => Arms(c).Treatment.Rate - Arms(c).Control.Rate,
            ["pooled"] = c => Arms(c).Successes / Arms(c).Total,
            ["min_expected"] = c => TwoProportionTest.MinimumExpected(Arms(c)),
            ["z_pooled"] = c => Z(c)?.Statistic,
            ["p_z_pooled"] = c => Z(c)?.PValue,
            ["log10_p_z_pooled"] = c => Z(c) is TestResult z ? NormalTail.Log10TwoSided(z.Statistic!.Value) : null,
            ["p_greater"] = c => Z(c) is TestResult z ? NormalTail.Upper(z.Statistic!.Value) : null,
            ["p_less"] = c => Z(c) is TestResult z ? NormalTail.Upper(-z.Statistic!.Value) : null,
            ["chi2"] = c => TwoProportionTest.ChiSquare(Arms(c)).OrNull()?.Statistic,
            ["p_chi2"] = c => TwoProportionTest.ChiSquare(Arms(c)).OrNull()?.PValue,
            ["chi2_yates"] = c => YatesTest.Of(Arms(c)).OrNull()?.Statistic,
            ["p_yates"] = c => YatesTest.Of(Arms(c)).OrNull()?.PValue,
            ["g_stat"] = c => G(c)?.Statistic,
            ["p_g"] = c => G(c)?.PValue,
            ["se_unpooled"] = c => UnpooledTest.StandardError(Arms(c)),
            ["z_unpooled"] = c => UnpooledTest.Of(Arms(c)).OrNull()?.Statistic,
            ["p_z_unpooled"] = c => UnpooledTest.Of(Arms(c)).OrNull()?.PValue,
        },
        []);

    public static ReferenceFamily FisherExact { get; } = new(
        new Outputs
        {
            ["p_two_sided"] = c => FisherExactTest.TwoSided(Arms(c)).OrNull()?.PValue,
            ["p_greater"] = c => FisherExactTest.Greater(Arms(c)).OrNull()?.PValue,
            ["p_less"] = c => FisherExactTest.Less(Arms(c)).OrNull()?.PValue,
            ["p_greater_mid"] = c => FisherExactTest.GreaterMid(Arms(c)).OrNull()?.PValue,
            ["p_less_mid"] = c => FisherExactTest.LessMid(Arms(c)).OrNull()?.PValue,
            ["log10_p_two_sided"] = c => FisherExactTest.Log10TwoSided(Arms(c)),
            ["odds_ratio_sample"] = c => OddsRatio(Arms(c)),
        },
        []);

    private static TestResult? Z(ReferenceCase c) => TwoProportionTest.Z(Arms(c)).OrNull();

    private static TestResult? G(ReferenceCase c) => LikelihoodRatioTest.Of([Arms(c).Control, Arms(c).Treatment]).OrNull();
}
