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

    /// <summary>The likelihood-ratio (G) test of the same question (Wilks 1938).</summary>
    /// <param name="counts">Customers by arm.</param>
    /// <param name="weights">Planned shares, any positive numbers.</param>
    public static Estimated<TestResult> LikelihoodRatio(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        if (!Of(counts, weights).TryGet(out TestResult? chiSquare, out string? reason))
        {
            return new NotEstimable(reason);
        }

        double statistic = 2 * counts.Zip(Expected(counts, weights), (n, e) => e > 0 ? Deviance.Of(n, e) : 0).Sum();
        return new TestResult(statistic, chiSquare.DegreesOfFreedom, ChiSquareTail.Upper(statistic, chiSquare.DegreesOfFreedom!.Value));
    }

    /// <summary>Customers by arm that the planned shares would give; 0 for arms without a share.</summary>
    /// <param name="counts">Customers by arm.</param>
    /// <param name="weights">Planned shares, any positive numbers.</param>
    public static IReadOnlyList<double> Expected(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        double total = counts.Zip(weights, (n, w) => w > 0 ? (double)n : 0).Sum();
        double weight = weights.Where(w => w > 0).Sum();
        return [.. weights.Select(w => w > 0 ? total * w / weight : 0)];
    }

    private static double? Exact(long[] counts, double[] shares) =>
        counts.Length == 2 ? BinomialTest.PValue(counts[0], counts[0] + counts[1], shares[0]) : MultinomialTest.PValue(counts, shares);
}
