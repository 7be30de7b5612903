namespace SkOrchestrator.Statistics;

/// <summary>Pearson's chi-square test (1900) that all arms have the same rate, without correction.</summary>
internal static class OmnibusTest
{
    /// <summary>The test for any number of arms.</summary>
    public static Estimated<TestResult> ChiSquare(IReadOnlyList<Proportion> arms)
    {
        if (Undefined(arms) is NotEstimable missing)
        {
            return missing;
        }

        double trials = arms.Sum(a => (double)a.Trials);
        double rate = arms.Sum(a => (double)a.Successes) / trials;
        double rest = arms.Sum(a => (double)a.Failures) / trials;
        double statistic = arms.Sum(a => (a.Successes - (a.Trials * rate)) * (a.Successes - (a.Trials * rate)) / (a.Trials * rate * rest));
        int degrees = arms.Count - 1;
        return new TestResult(statistic, degrees, ChiSquareTail.Upper(statistic, degrees));
    }

    /// <summary>Cramér's V (1946): the strength of the association, 0 to 1, whatever the number of customers.</summary>
    public static double? CramersV(IReadOnlyList<Proportion> arms) =>
        ChiSquare(arms).OrNull() is { Statistic: double statistic } ? Math.Sqrt(statistic / arms.Sum(a => (double)a.Trials)) : null;

    /// <summary>Why the arms can't be compared, or null.</summary>
    public static NotEstimable? Undefined(IReadOnlyList<Proportion> arms) => arms switch
    {
        { Count: < 2 } => new NotEstimable("fewer than two arms"),
        _ when arms.Any(a => a.Trials == 0) => new NotEstimable("an arm has no customers"),
        _ when arms.All(a => a.Successes == 0) => new NotEstimable("no events in any arm"),
        _ when arms.All(a => a.Failures == 0) => new NotEstimable("every customer of all arms had the event"),
        _ => null,
    };
}
