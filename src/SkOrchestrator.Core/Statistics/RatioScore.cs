namespace SkOrchestrator.Statistics;

/// <summary>The score interval for a ratio of rates: all ratios that the score test does not reject. Zero cells need no correction.</summary>
internal static class RatioScore
{
    private const double LargestLogRatio = 200;

    /// <summary>The interval of treatment / control; the upper bound is infinite when control has no events.</summary>
    /// <param name="arms">Counts.</param>
    /// <param name="confidence">Level, between 0 and 1.</param>
    /// <param name="varianceFactor">What the variance is multiplied with.</param>
    public static Estimated<Bounds> Interval(Stratum arms, double confidence, double varianceFactor)
    {
        if (!arms.HasBothArms)
        {
            return new NotEstimable("an arm has no customers");
        }

        double z = NormalTail.CriticalValue(confidence);
        double p1 = arms.Control.Rate;
        double p2 = arms.Treatment.Rate;
        bool IsOutside(double logRatio)
        {
            double ratio = Math.Exp(logRatio);
            double distance = p2 - (ratio * p1);
            return distance * distance > z * z * varianceFactor * ConstrainedVariance(arms, ratio);
        }

        double inside = (arms.Control.Successes, arms.Treatment.Successes) switch
        {
            (0, _) => LargestLogRatio,
            (_, 0) => -LargestLogRatio,
            _ => Math.Log(p2 / p1),
        };
        return new Bounds(
            arms.Treatment.Successes == 0 ? 0 : Math.Exp(Bisection.Edge(inside, -LargestLogRatio, IsOutside)),
            arms.Control.Successes == 0 ? double.PositiveInfinity : Math.Exp(Bisection.Edge(inside, LargestLogRatio, IsOutside)));
    }

    private static double ConstrainedVariance(Stratum arms, double ratio)
    {
        double p1 = ConstrainedRate(arms, ratio);
        double p2 = Math.Min(1, ratio * p1);
        return (p2 * (1 - p2) / arms.Treatment.Trials) + (ratio * ratio * p1 * (1 - p1) / arms.Control.Trials);
    }

    /// <summary>The control rate of greatest likelihood when the treatment rate is <paramref name="ratio"/> times as large: the smaller root of a quadratic.</summary>
    private static double ConstrainedRate(Stratum arms, double ratio)
    {
        double square = ratio * arms.Total;
        double linear = arms.Treatment.Successes + arms.Control.Trials + (ratio * ((double)arms.Control.Successes + arms.Treatment.Trials));
        double root = Math.Sqrt(Math.Max(0, (linear * linear) - (4 * square * arms.Successes)));
        return Math.Min(1, 2 * arms.Successes / (linear + root));
    }
}
