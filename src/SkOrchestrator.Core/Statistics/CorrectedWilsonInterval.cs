namespace SkOrchestrator.Statistics;

/// <summary>Wilson's score interval with continuity correction (Newcombe 1998, "Two-sided confidence intervals for the single proportion", method 4).</summary>
internal static class CorrectedWilsonInterval
{
    /// <summary>The interval, inside 0 to 1.</summary>
    public static Estimated<Bounds> Of(Proportion arm, double confidence)
    {
        if (arm.Trials == 0)
        {
            return new NotEstimable("no customers");
        }

        double z = NormalTail.CriticalValue(confidence);
        return new Bounds(arm.Successes == 0 ? 0 : Low(arm, z), arm.Failures == 0 ? 1 : High(arm, z));
    }

    private static double Low(Proportion arm, double z)
    {
        double n = arm.Trials;
        double root = Math.Sqrt((z * z) - 2 - (1 / n) + (4 * arm.Rate * (arm.Failures + 1.0)));
        return Math.Max(0, ((2.0 * arm.Successes) + (z * z) - 1 - (z * root)) / (2 * (n + (z * z))));
    }

    private static double High(Proportion arm, double z)
    {
        double n = arm.Trials;
        double root = Math.Sqrt((z * z) + 2 - (1 / n) + (4 * arm.Rate * (arm.Failures - 1.0)));
        return Math.Min(1, ((2.0 * arm.Successes) + (z * z) + 1 + (z * root)) / (2 * (n + (z * z))));
    }
}
