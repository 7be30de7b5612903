namespace SkOrchestrator.Statistics;

/// <summary>The log interval for a ratio of rates with 1/2 added to all successes and totals (Walter 1975); exists for zero counts, but is pulled towards 1.</summary>
internal static class WalterInterval
{
    private const double Added = 0.5;

    /// <summary>The adjusted ratio treatment / control with its interval.</summary>
    public static Estimated<EffectEstimate> Of(Stratum arms, double confidence)
    {
        if (!arms.HasBothArms)
        {
            return new NotEstimable("an arm has no customers");
        }

        double logError = Math.Sqrt(LogVariance(arms.Treatment) + LogVariance(arms.Control));
        return LogRatio.WithInterval(Rate(arms.Treatment) / Rate(arms.Control), logError, confidence);
    }

    private static double Rate(Proportion arm) => (arm.Successes + Added) / (arm.Trials + Added);

    private static double LogVariance(Proportion arm) => arm.Failures / ((arm.Successes + Added) * (arm.Trials + Added));
}
