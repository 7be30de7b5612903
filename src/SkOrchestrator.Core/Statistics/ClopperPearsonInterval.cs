namespace SkOrchestrator.Statistics;

/// <summary>The exact interval for one rate (Clopper and Pearson 1934): never covers less often than stated, often more.</summary>
internal static class ClopperPearsonInterval
{
    /// <summary>The interval, inside 0 to 1.</summary>
    public static Estimated<Bounds> Of(Proportion arm, double confidence)
    {
        if (arm.Trials == 0)
        {
            return new NotEstimable("no customers");
        }

        double tail = (1 - confidence) / 2;
        return new Bounds(
            arm.Successes == 0 ? 0 : BetaQuantile.Lower(tail, arm.Successes, arm.Failures + 1.0),
            arm.Failures == 0 ? 1 : BetaQuantile.Upper(tail, arm.Successes + 1.0, arm.Failures));
    }
}
