namespace SkOrchestrator.Statistics;

/// <summary>
/// Independent chi-square tests as one: statistics and degrees of freedom are added. Where a test has an exact p-value, the chi-square value with that
/// p-value takes its place in the sum that gives the common p-value (Lancaster 1961), so that the exactness of small tables is kept.
/// </summary>
internal static class CombinedChiSquare
{
    /// <summary>The tests together, or why there are none.</summary>
    public static Estimated<TestResult> Of(IReadOnlyList<TestResult> tests)
    {
        if (tests.Count == 0)
        {
            return new NotEstimable("nothing can be tested");
        }

        double statistic = tests.Sum(t => t.Statistic!.Value);
        double degrees = tests.Sum(t => t.DegreesOfFreedom!.Value);
        double p = tests.Count == 1 ? tests[0].PValue : ChiSquareTail.Upper(tests.Sum(Deviate), degrees);
        return new TestResult(statistic, degrees, p);
    }

    private static double Deviate(TestResult test)
    {
        double statistic = test.Statistic!.Value;
        double degrees = test.DegreesOfFreedom!.Value;
        if (ChiSquareTail.Upper(statistic, degrees) == test.PValue)
        {
            return statistic;
        }

        double outside = Math.Max(1, statistic);
        while (ChiSquareTail.Upper(outside, degrees) >= test.PValue && outside < double.MaxValue / 2)
        {
            outside *= 2;
        }

        return Bisection.Edge(0, outside, x => ChiSquareTail.Upper(x, degrees) < test.PValue);
    }
}
