namespace SkOrchestrator.Statistics;

/// <summary>Pearson's chi-square test of two rates without continuity correction, equal to the two-sided z test with pooled variance.</summary>
internal static class TwoProportionTest
{
    /// <summary>The expected count from which the chi-square approximation is trusted; below it Fisher's exact test is used.</summary>
    public const double SmallestExpectedCount = 5;

    /// <summary>The smallest expected cell of the two-by-two table when the rates are equal.</summary>
    public static double MinimumExpected(Stratum arms) =>
        Math.Min(arms.Control.Trials, arms.Treatment.Trials) * Math.Min(arms.Successes, arms.Failures) / arms.Total;

    /// <summary>The signed z statistic, treatment − control.</summary>
    public static Estimated<TestResult> Z(Stratum arms)
    {
        if (Undefined(arms) is NotEstimable missing)
        {
            return missing;
        }

        double pooled = arms.Successes / arms.Total * (arms.Failures / arms.Total);
        double error = Math.Sqrt(pooled * ((1.0 / arms.Control.Trials) + (1.0 / arms.Treatment.Trials)));
        double z = (arms.Treatment.Rate - arms.Control.Rate) / error;
        return new TestResult(z, null, NormalTail.TwoSided(z));
    }

    /// <summary>The chi-square statistic with one degree of freedom.</summary>
    public static Estimated<TestResult> ChiSquare(Stratum arms) =>
        Z(arms).TryGet(out TestResult? z, out string? reason) ? new TestResult(z.Statistic * z.Statistic, 1, z.PValue) : new NotEstimable(reason);

    /// <summary>Why rates can't be tested, or null.</summary>
    public static NotEstimable? Undefined(Stratum arms) => arms switch
    {
        { HasBothArms: false } => new NotEstimable("an arm has no customers"),
        { Successes: 0 } => new NotEstimable("no events in either arm"),
        { Failures: 0 } => new NotEstimable("every customer of both arms had the event"),
        _ => null,
    };
}
