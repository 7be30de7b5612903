namespace SkOrchestrator.Statistics;

/// <summary>
/// Independent chi-square tests as one: statistics and degrees of freedom are added. Where a test has an exact p-value, the chi-square value with that
/// p-value takes its place in the sum (Lancaster 1961), so that the exactness of small tables is kept and the sum has the p-value that stands beside it.
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

        if (tests.Count == 1)
        {
            return tests[0];
        }

        double statistic = tests.Sum(Deviate);
        double degrees = tests.Sum(t => t.DegreesOfFreedom!.Value);
        return new TestResult(statistic, degrees, ChiSquareTail.Upper(statistic, degrees));
    }

    /// <summary>The test's part in the sum: its statistic, or the value that has its exact p-value.</summary>
    public static double Deviate(TestResult test)
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
