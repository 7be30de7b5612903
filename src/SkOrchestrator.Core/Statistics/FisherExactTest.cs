namespace SkOrchestrator.Statistics;

/// <summary>
/// Fisher's exact test of two rates. Probabilities are taken relative to the mode and followed outwards by the ratio of neighbours, so that large counts
/// neither overflow nor need factorials. Two-sided: all tables that are not more probable than the observed one, ties within 1e-7.
/// </summary>
internal static class FisherExactTest
{
    private const double TieTolerance = 1e-7;

    /// <summary>The two-sided test.</summary>
    public static Estimated<TestResult> TwoSided(Stratum arms) => Of(arms, (_, weight, observed) => weight <= observed * (1 + TieTolerance));

    /// <summary>The one-sided test against a treatment that is better.</summary>
    public static Estimated<TestResult> Greater(Stratum arms) => Of(arms, (successes, _, _) => successes >= arms.Treatment.Successes);

    /// <summary>The one-sided test against a treatment that is worse.</summary>
    public static Estimated<TestResult> Less(Stratum arms) => Of(arms, (successes, _, _) => successes <= arms.Treatment.Successes);

    private static Estimated<TestResult> Of(Stratum arms, Func<long, double, double, bool> counts)
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
            counted += counts(successes, weight, observed) ? weight : 0;
        }

        return new TestResult(null, null, Math.Min(1, counted / total));
    }
}
