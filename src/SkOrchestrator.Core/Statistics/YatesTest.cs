namespace SkOrchestrator.Statistics;

/// <summary>
/// The chi-square test of two rates with continuity correction (Yates 1934). The correction never exceeds the deviation itself, so that equal rates
/// give 0. Conservative: real errors of about 2 % at a nominal 5 %.
/// </summary>
internal static class YatesTest
{
    private const double Correction = 0.5;

    /// <summary>The test.</summary>
    public static Estimated<TestResult> Of(Stratum arms)
    {
        if (!TwoProportionTest.ChiSquare(arms).TryGet(out TestResult? plain, out string? reason))
        {
            return new NotEstimable(reason);
        }

        double deviation = Math.Abs(((double)arms.Treatment.Successes * arms.Control.Trials) - ((double)arms.Control.Successes * arms.Treatment.Trials)) / arms.Total;
        double kept = deviation > 0 ? Math.Max(0, 1 - (Correction / deviation)) : 0;
        double statistic = plain.Statistic!.Value * kept * kept;
        return new TestResult(statistic, 1, ChiSquareTail.Upper(statistic, 1));
    }
}
