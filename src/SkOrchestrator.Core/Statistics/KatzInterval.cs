namespace SkOrchestrator.Statistics;

/// <summary>The log interval for a ratio of rates (Katz et al. 1978). Agrees with the score interval when all counts are large.</summary>
internal static class KatzInterval
{
    /// <summary>The ratio treatment / control with its interval; none when an arm has no events.</summary>
    public static Estimated<EffectEstimate> Of(Stratum arms, double confidence)
    {
        if (!arms.HasBothArms)
        {
            return new NotEstimable("an arm has no customers");
        }

        double logVariance = LogVariance(arms.Treatment) + LogVariance(arms.Control);
        return arms.Treatment.Successes == 0 || arms.Control.Successes == 0
            ? new NotEstimable("an arm has no events")
            : LogRatio.WithInterval(arms.Treatment.Rate / arms.Control.Rate, Math.Sqrt(logVariance), confidence);
    }

    /// <summary>1 / x − 1 / n without cancellation.</summary>
    private static double LogVariance(Proportion arm) => arm.Failures / ((double)arm.Successes * arm.Trials);
}
