namespace SkOrchestrator.Statistics;

/// <summary>The test of Breslow and Day (1980) whether the odds ratio is the same in all strata, with Tarone's correction (1985).</summary>
internal static class BreslowDayTest
{
    /// <summary>The test with Tarone's correction.</summary>
    public static Estimated<TestResult> Tarone(IReadOnlyCollection<Stratum> strata) => Test(strata, corrected: true);

    /// <summary>The test without the correction.</summary>
    public static Estimated<TestResult> Uncorrected(IReadOnlyCollection<Stratum> strata) => Test(strata, corrected: false);

    private static Estimated<TestResult> Test(IReadOnlyCollection<Stratum> strata, bool corrected)
    {
        List<Stratum> informative = [.. strata.Where(s => s.HasBothArms && s.Successes > 0 && s.Failures > 0)];
        if (informative.Count < 2)
        {
            return new NotEstimable("fewer than two segments have customers with and without the event");
        }

        if (!MantelHaenszel.OddsRatio(strata, 0.95).TryGet(out EffectEstimate? common, out string? reason))
        {
            return new NotEstimable(reason);
        }

        double statistic = 0;
        double excess = 0;
        double variance = 0;
        foreach (Stratum s in informative)
        {
            double expected = ExpectedSuccesses(s, common.Estimate);
            double difference = s.Treatment.Successes - expected;
            double stratumVariance = 1 / ((1 / expected) + (1 / (s.Treatment.Trials - expected)) +
                (1 / (s.Successes - expected)) + (1 / (s.Control.Trials - s.Successes + expected)));
            statistic += difference * difference / stratumVariance;
            excess += difference;
            variance += stratumVariance;
        }

        double result = corrected ? statistic - (excess * excess / variance) : statistic;
        int degrees = informative.Count - 1;
        return new TestResult(Math.Max(0, result), degrees, ChiSquareTail.Upper(result, degrees));
    }

    /// <summary>The treatment's successes that give the common odds ratio with the stratum's margins: a root of a quadratic, without cancellation.</summary>
    private static double ExpectedSuccesses(Stratum s, double oddsRatio)
    {
        double n2 = s.Treatment.Trials;
        double a = 1 - oddsRatio;
        double b = s.Control.Trials - s.Successes + (oddsRatio * (n2 + s.Successes));
        double c = -oddsRatio * n2 * s.Successes;
        double root = Math.Sqrt(Math.Max(0, (b * b) - (4 * a * c)));
        double q = b >= 0 ? -(b + root) / 2 : (root - b) / 2;
        return b >= 0 ? c / q : q / a;
    }
}
