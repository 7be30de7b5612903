namespace SkOrchestrator.Statistics;

/// <summary>
/// Whether the arms lose customers at the same rate after assignment. How many were assigned to each arm is fixed, so the survivors vary less than a
/// multinomial draw does. A goodness-of-fit test against the planned shares would find too little: its statistic is the proper one times the share lost, a
/// hundredth of it at 1 % loss. The question is whether loss depends on the arm: Pearson's chi-square test of homogeneity (1900) on the table lost × arm.
/// </summary>
internal static class DifferentialLossTest
{
    /// <summary>The expected count below which the p-value is exact (Fisher 1934, Freeman and Halton 1951), while the tables can be listed.</summary>
    public const double SmallestExpectedCount = 5;

    /// <summary>The test; arms without assigned customers are left out.</summary>
    /// <param name="arms">Customers who got as far, among those assigned, by arm.</param>
    public static Estimated<TestResult> Of(IReadOnlyList<Proportion> arms)
    {
        Proportion[] used = [.. arms.Where(a => a.Trials > 0)];
        if (used.Length < 2)
        {
            return new NotEstimable("fewer than two arms have customers");
        }

        double kept = used.Sum(a => (double)a.Successes);
        double lost = used.Sum(a => (double)a.Failures);
        if (lost == 0 || kept == 0)
        {
            return new NotEstimable(lost == 0 ? "nobody was lost, nothing to compare" : "nobody got as far");
        }

        TestResult chiSquare = OmnibusTest.ChiSquare(used).OrNull()!;
        bool isTiny = used.Min(a => (double)a.Trials) * (Math.Min(kept, lost) / (kept + lost)) < SmallestExpectedCount;
        return isTiny && Exact(used).OrNull() is TestResult exact ? chiSquare with { PValue = exact.PValue } : chiSquare;
    }

    private static Estimated<TestResult> Exact(Proportion[] arms) =>
        arms.Length == 2 ? FisherExactTest.TwoSided(new(arms[0], arms[1])) : FreemanHaltonTest.Of(arms);
}
