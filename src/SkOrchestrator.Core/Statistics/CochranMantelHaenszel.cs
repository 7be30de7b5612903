namespace SkOrchestrator.Statistics;

/// <summary>The test of an effect over strata by Cochran (1954) and Mantel and Haenszel (1959).</summary>
internal static class CochranMantelHaenszel
{
    private const double Correction = 0.5;

    /// <summary>The test without continuity correction; strata with an empty arm are left out.</summary>
    public static Estimated<TestResult> Test(IReadOnlyCollection<Stratum> strata) => Test(strata, excess => Math.Abs(excess));

    /// <summary>The test with continuity correction, which is left off where the excess is smaller than the correction; conservative.</summary>
    public static Estimated<TestResult> Corrected(IReadOnlyCollection<Stratum> strata) =>
        Test(strata, excess => Math.Abs(excess) >= Correction ? Math.Abs(excess) - Correction : Math.Abs(excess));

    /// <summary>
    /// The criterion of Mantel and Fleiss (1980): how far the total expected count is from its smallest and largest possible value. The chi-square
    /// approximation is trusted from 5 on.
    /// </summary>
    public static double MantelFleissMargin(IEnumerable<Stratum> strata)
    {
        double expected = 0;
        double smallest = 0;
        double largest = 0;
        foreach (Stratum s in strata.Where(s => s.HasBothArms))
        {
            expected += s.Treatment.Trials * s.Successes / s.Total;
            smallest += Math.Max(0, s.Treatment.Trials - s.Failures);
            largest += Math.Min(s.Successes, s.Treatment.Trials);
        }

        return Math.Min(expected - smallest, largest - expected);
    }

    private static Estimated<TestResult> Test(IReadOnlyCollection<Stratum> strata, Func<double, double> correct)
    {
        double excess = 0;
        double variance = 0;
        foreach (Stratum s in strata.Where(s => s.HasBothArms))
        {
            double n1 = s.Control.Trials;
            double n2 = s.Treatment.Trials;
            excess += ((s.Treatment.Successes * n1) - (s.Control.Successes * n2)) / s.Total;
            variance += n1 * n2 / s.Total * (s.Successes / s.Total) * (s.Failures / (s.Total - 1));
        }

        if (MantelHaenszel.Undefined(strata) is NotEstimable missing)
        {
            return missing;
        }

        if (variance == 0)
        {
            return new NotEstimable("in no segment do some customers have the event and others not");
        }

        double corrected = correct(excess);
        double statistic = corrected * corrected / variance;
        return new TestResult(statistic, 1, ChiSquareTail.Upper(statistic, 1));
    }
}
