namespace SkOrchestrator.Statistics;

/// <summary>The equal-tailed posterior interval of one rate with Jeffreys' prior Beta(1/2, 1/2) (Brown, Cai and DasGupta 2001), not changed at 0 or all successes.</summary>
internal static class JeffreysInterval
{
    /// <summary>The interval, inside 0 to 1.</summary>
    public static Estimated<Bounds> Of(Proportion arm, double confidence)
    {
        if (arm.Trials == 0)
        {
            return new NotEstimable("no customers");
        }

        double tail = (1 - confidence) / 2;
        double a = arm.Successes + 0.5;
        double b = arm.Failures + 0.5;
        return new Bounds(BetaQuantile.Lower(tail, a, b), BetaQuantile.Upper(tail, a, b));
    }
}
