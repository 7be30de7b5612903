using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>All arms at once: the split of customers, and whether any rate differs.</summary>
internal static class ManyArmFamilies
{
    private const long LargestExactBinomial = 2_000_000;

    public static ReferenceFamily SampleRatio { get; } = new(
        new Outputs
        {
            ["expected"] = c => SampleRatioTest.Expected(SplitCounts(c), SplitWeights(c)),
            ["chi2"] = c => Split(c)?.Statistic,
            ["df"] = c => Split(c)?.DegreesOfFreedom ?? 0,
            ["p"] = c => Split(c) is TestResult r ? ChiSquareTail.Upper(r.Statistic!.Value, r.DegreesOfFreedom!.Value) : null,
            ["log10_p"] = c => Split(c) is TestResult r ? ChiSquareTail.Log10Upper(r.Statistic!.Value, r.DegreesOfFreedom!.Value) : null,
            ["g_stat"] = c => SampleRatioTest.LikelihoodRatio(SplitCounts(c), SplitWeights(c)).OrNull()?.Statistic,
            ["p_g"] = c => SampleRatioTest.LikelihoodRatio(SplitCounts(c), SplitWeights(c)).OrNull()?.PValue,
            ["flag_001"] = c => Split(c)?.PValue < SampleRatioTest.AlarmLevel,
            ["exact_binomial_p"] = c => SplitCounts(c).Length == 2 && SplitCounts(c).Sum() <= LargestExactBinomial ? Binomial(c) : null,
        },
        []);

    public static ReferenceFamily Omnibus { get; } = new(
        new Outputs
        {
            ["chi2"] = c => OmnibusTest.ChiSquare(Rates(c)).OrNull()?.Statistic,
            ["df"] = c => OmnibusTest.ChiSquare(Rates(c)).OrNull()?.DegreesOfFreedom ?? Rates(c).Length - 1,
            ["p"] = c => OmnibusTest.ChiSquare(Rates(c)).OrNull()?.PValue,
            ["g_stat"] = c => LikelihoodRatioTest.Of(Rates(c)).OrNull()?.Statistic,
            ["p_g"] = c => LikelihoodRatioTest.Of(Rates(c)).OrNull()?.PValue,
            ["cramers_v"] = c => OmnibusTest.CramersV(Rates(c)),
            ["fisher_freeman_halton_p"] = c => FreemanHaltonTest.Of(Rates(c)).OrNull()?.PValue,
        },
        []);

    private static TestResult? Split(ReferenceCase c) => SampleRatioTest.Of(SplitCounts(c), SplitWeights(c)).OrNull();

    private static double? Binomial(ReferenceCase c) => BinomialTest.PValue(SplitCounts(c)[0], SplitCounts(c).Sum(), SplitWeights(c)[0] / SplitWeights(c).Sum());

    private static long[] SplitCounts(ReferenceCase c) => Integers(c, "counts");

    private static double[] SplitWeights(ReferenceCase c) => Numbers(c, "weights");

    private static Proportion[] Rates(ReferenceCase c) => [.. Integers(c, "x").Zip(Integers(c, "n"), (x, n) => new Proportion(x, n))];
}
