using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Fisher's exact test of two rates (Fisher 1935). Probabilities are taken relative to the mode and followed outwards by the ratio of neighbours, so
/// that large counts neither overflow nor need factorials. Two-sided: all tables that are not more probable than the observed one, ties within 1e-7.
/// The mid-p values (Lancaster 1961) count tables as probable as the observed one by half; they come close to the nominal level where the exact test
/// is conservative.
/// </summary>
internal static class FisherExactTest
{
    private const double TieTolerance = 1e-7;
    private const double SmallestPlain = 1e-290;

    /// <summary>The two-sided test.</summary>
    public static Estimated<TestResult> TwoSided(Stratum arms) => Of(arms, (_, weight, observed) => weight <= observed * (1 + TieTolerance) ? 1 : 0);

    /// <summary>The two-sided mid-p value.</summary>
    public static Estimated<TestResult> TwoSidedMid(Stratum arms) =>
        Of(arms, (_, weight, observed) => weight > observed * (1 + TieTolerance) ? 0 : weight < observed * (1 - TieTolerance) ? 1 : 0.5);

    /// <summary>The one-sided test against a treatment that is better.</summary>
    public static Estimated<TestResult> Greater(Stratum arms) => Of(arms, (successes, _, _) => successes >= arms.Treatment.Successes ? 1 : 0);

    /// <summary>The one-sided test against a treatment that is worse.</summary>
    public static Estimated<TestResult> Less(Stratum arms) => Of(arms, (successes, _, _) => successes <= arms.Treatment.Successes ? 1 : 0);

    /// <summary>The one-sided mid-p value against a treatment that is better.</summary>
    public static Estimated<TestResult> GreaterMid(Stratum arms) => Of(arms, (successes, _, _) => Mid(successes.CompareTo(arms.Treatment.Successes)));

    /// <summary>The one-sided mid-p value against a treatment that is worse.</summary>
    public static Estimated<TestResult> LessMid(Stratum arms) => Of(arms, (successes, _, _) => Mid(arms.Treatment.Successes.CompareTo(successes)));

    /// <summary>log10 of the two-sided p-value, also where it is too small for a double; to be called with customers in both arms.</summary>
    public static double Log10TwoSided(Stratum arms)
    {
        double plain = TwoSided(arms).OrNull()?.PValue ?? 1;
        if (plain > SmallestPlain)
        {
            return Math.Log10(plain);
        }

        var table = new HypergeometricWeights(arms);
        double observed = table.LogWeightOf(arms.Treatment.Successes);
        double extreme = table.LogTail(observed + TieTolerance);
        return (extreme - Math.Log(table.Outwards().Sum(t => t.Weight))) / Constants.Ln10;
    }

    private static double Mid(int order) => order > 0 ? 1 : order == 0 ? 0.5 : 0;

    private static Estimated<TestResult> Of(Stratum arms, Func<long, double, double, double> share)
    {
        if (!arms.HasBothArms)
        {
            return new NotEstimable("an arm has no customers");
        }

        var table = new HypergeometricWeights(arms);
        double observed = table.WeightOf(arms.Treatment.Successes);
        double counted = 0;
        double total = 0;
        foreach ((long successes, double weight) in table.Outwards())
        {
            total += weight;
            counted += share(successes, weight, observed) * weight;
        }

        return new TestResult(null, null, Math.Min(1, counted / total));
    }
}
