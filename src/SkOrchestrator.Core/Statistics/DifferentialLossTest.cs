namespace SkOrchestrator.Statistics;

/// <summary>
/// Whether the arms lose customers at the same rate after assignment. How many were assigned to each arm is fixed, so the survivors vary less than a
/// multinomial draw does. A goodness-of-fit test against the planned shares would find too little: its statistic is the proper one times the share lost, a
/// hundredth of it at 1 % loss. The question is whether loss depends on the arm: Pearson's chi-square test of homogeneity (1900) on the table lost × arm.
/// </summary>
internal static class DifferentialLossTest
{
    /// <summary>The expected count below which the p-value is taken from the exact conditional test (Fisher 1934).</summary>
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

        double assigned = used.Sum(a => (double)a.Trials);
        double kept = used.Sum(a => (double)a.Successes) / assigned;
        double lost = used.Sum(a => (double)a.Failures) / assigned;
        if (lost == 0 || kept == 0)
        {
            return new NotEstimable(lost == 0 ? "nobody was lost" : "nobody got as far");
        }

        double statistic = used.Sum(a => Square(a.Successes - (a.Trials * kept)) / (a.Trials * kept * lost));
        int degrees = used.Length - 1;
        bool isTiny = used.Min(a => (double)a.Trials) * Math.Min(kept, lost) < SmallestExpectedCount;
        double? exact = isTiny ? Exact(used) : null;
        return new TestResult(statistic, degrees, exact ?? ChiSquareTail.Upper(statistic, degrees));
    }

    private static double? Exact(Proportion[] arms) =>
        arms.Length == 2 ? FisherExactTest.TwoSided(new(arms[0], arms[1])).OrNull()?.PValue : null;

    private static double Square(double x) => x * x;
}
