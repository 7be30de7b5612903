namespace SkOrchestrator.Statistics;

/// <summary>The likelihood-ratio (G) test that all arms have the same rate, without correction (Wilks 1938).</summary>
internal static class LikelihoodRatioTest
{
    /// <summary>The test for any number of arms.</summary>
    public static Estimated<TestResult> Of(IReadOnlyList<Proportion> arms)
    {
        if (OmnibusTest.Undefined(arms) is NotEstimable missing)
        {
            return missing;
        }

        double trials = arms.Sum(a => (double)a.Trials);
        double rate = arms.Sum(a => (double)a.Successes) / trials;
        double rest = arms.Sum(a => (double)a.Failures) / trials;
        double statistic = 2 * arms.Sum(a => Deviance.Of(a.Successes, a.Trials * rate) + Deviance.Of(a.Failures, a.Trials * rest));
        int degrees = arms.Count - 1;
        return new TestResult(statistic, degrees, ChiSquareTail.Upper(statistic, degrees));
    }
}
