namespace SkOrchestrator.Statistics;

/// <summary>
/// The asymptotic score interval for a difference of rates with the variance factor N / (N − 1) (Miettinen and Nurminen 1985). Holds its level with
/// counts below 5 and with zero cells, where square-and-add is less exact.
/// </summary>
internal static class MiettinenNurminenInterval
{
    private const int MaximumSteps = 100;
    private const double Precision = 1e-15;
    private const double SmallestShare = 1e-150;

    /// <summary>The interval of treatment − control.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence)
    {
        if (!arms.HasBothArms)
        {
            return new NotEstimable("an arm has no customers");
        }

        double z = NormalTail.CriticalValue(confidence);
        double observed = arms.Treatment.Rate - arms.Control.Rate;
        double factor = z * z * arms.Total / (arms.Total - 1);
        return new Bounds(Crossing.Bound(observed, -1, Excess), Crossing.Bound(observed, 1, Excess));

        double Excess(double difference) => Math.Abs(observed - difference) - Math.Sqrt(factor * ConstrainedVariance(arms, difference));
    }

    /// <summary>The variance of the observed difference when the true one is <paramref name="difference"/>, without the factor N / (N − 1).</summary>
    public static double ConstrainedVariance(Stratum arms, double difference)
    {
        double p1 = ConstrainedRate(arms, difference);
        double p2 = Math.Clamp(p1 + difference, 0, 1);
        return (p1 * (1 - p1) / arms.Control.Trials) + (p2 * (1 - p2) / arms.Treatment.Trials);
    }

    /// <summary>
    /// The control rate of greatest likelihood when the treatment rate is larger by <paramref name="difference"/>: the score falls steadily, so Newton's
    /// method is kept between a rate that is too low and one that is too high.
    /// </summary>
    private static double ConstrainedRate(Stratum arms, double difference)
    {
        double low = Math.Max(0, -difference);
        double high = Math.Min(1, 1 - difference);
        double rate = (arms.Successes - (arms.Treatment.Trials * difference)) / arms.Total;
        rate = rate > low && rate < high ? rate : low + ((high - low) / 2);
        for (int step = 0; step < MaximumSteps; step++)
        {
            (double score, double slope) = Score(arms, rate, rate + difference);
            (low, high) = score > 0 ? (rate, high) : (low, rate);
            double next = rate - (score / slope);
            next = next > low && next < high ? next : low + ((high - low) / 2);
            if (Math.Abs(next - rate) <= Precision * next)
            {
                return next;
            }

            rate = next;
        }

        return rate;
    }

    private static (double Score, double Slope) Score(Stratum arms, double p1, double p2)
    {
        double score = 0;
        double slope = 0;
        Add(arms.Control.Successes, p1, 1);
        Add(arms.Control.Failures, 1 - p1, -1);
        Add(arms.Treatment.Successes, p2, 1);
        Add(arms.Treatment.Failures, 1 - p2, -1);
        return (score, slope);

        void Add(long count, double share, int sign)
        {
            double term = count == 0 ? 0 : count / Math.Max(share, SmallestShare);
            score += sign * term;
            slope -= term / Math.Max(share, SmallestShare);
        }
    }
}
