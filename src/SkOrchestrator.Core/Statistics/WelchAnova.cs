namespace SkOrchestrator.Statistics;

/// <summary>Welch's test (1951) that several means are equal, without assuming equal variances; with two arms it is Welch's t test.</summary>
internal static class WelchAnova
{
    /// <summary>The F test; the degrees of freedom are those of the numerator, arms − 1.</summary>
    public static Estimated<TestResult> Of(IReadOnlyList<MeanSummary> arms)
    {
        if (arms.Count < 2)
        {
            return new NotEstimable("fewer than two arms");
        }

        if (arms.Any(a => a.Count < 2))
        {
            return new NotEstimable("an arm has fewer than 2 customers");
        }

        if (arms.Any(a => !(a.Variance > 0) || !double.IsFinite(a.Variance)))
        {
            return new NotEstimable("in an arm the values do not vary");
        }

        double numerator = arms.Count - 1;
        double total = arms.Sum(a => 1 / a.MeanVariance);
        double mean = arms.Sum(a => a.Mean / a.MeanVariance) / total;
        double between = arms.Sum(a => (a.Mean - mean) * (a.Mean - mean) / a.MeanVariance) / numerator;
        double spread = arms.Sum(a => Math.Pow(1 - (1 / a.MeanVariance / total), 2) / (a.Count - 1));
        double squares = ((double)arms.Count * arms.Count) - 1;
        double statistic = between / (1 + (2 * (arms.Count - 2.0) * spread / squares));
        double denominator = squares / (3 * spread);
        double scaled = numerator * statistic;
        return double.IsFinite(scaled)
            ? new TestResult(
                statistic,
                numerator,
                IncompleteBeta.Lower(denominator / (denominator + scaled), scaled / (denominator + scaled), denominator / 2, numerator / 2))
            : new NotEstimable("the values are too large to be compared");
    }
}
