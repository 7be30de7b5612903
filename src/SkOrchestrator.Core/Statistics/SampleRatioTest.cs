namespace SkOrchestrator.Statistics;

/// <summary>Whether the sizes of the arms fit the planned shares.</summary>
internal static class SampleRatioTest
{
    /// <summary>Below this p-value the split is taken as broken.</summary>
    public const double AlarmLevel = 0.001;

    private const double SmallestExpectedCount = 5;

    /// <summary>
    /// Pearson's chi-square on the planned shares; exact p-value (binomial, or multinomial while the splits can be
    /// listed) when an expected count is below 5. Arms with
    /// weight 0 are left out of total and degrees of freedom.
    /// </summary>
    /// <param name="counts">Customers by arm.</param>
    /// <param name="weights">Planned shares, any positive numbers.</param>
    public static Estimated<TestResult> Of(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        int[] active = [.. Enumerable.Range(0, counts.Count).Where(i => weights[i] > 0)];
        double total = active.Sum(i => (double)counts[i]);
        if (active.Length < 2)
        {
            return new NotEstimable("fewer than two arms have a planned share");
        }

        if (total == 0)
        {
            return new NotEstimable("no customers");
        }

        double weight = active.Sum(i => weights[i]);
        double[] expected = [.. active.Select(i => total * weights[i] / weight)];
        double statistic = active.Zip(expected, (i, e) => (counts[i] - e) * (counts[i] - e) / e).Sum();
        int degrees = active.Length - 1;
        double? exact = expected.Min() < SmallestExpectedCount
            ? Exact([.. active.Select(i => counts[i])], [.. active.Select(i => weights[i] / weight)])
            : null;
        return new TestResult(statistic, degrees, exact ?? ChiSquareTail.Upper(statistic, degrees));
    }

    private static double? Exact(long[] counts, double[] shares) =>
        counts.Length == 2 ? BinomialTest.PValue(counts[0], counts[0] + counts[1], shares[0]) : MultinomialTest.PValue(counts, shares);
}
