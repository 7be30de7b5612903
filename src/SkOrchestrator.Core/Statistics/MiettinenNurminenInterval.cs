namespace SkOrchestrator.Statistics;

/// <summary>
/// The asymptotic score interval for a difference of rates with the variance factor N / (N − 1) (Miettinen and Nurminen 1985). Holds its level with
/// counts below 5 and with zero cells, where square-and-add is less exact.
/// </summary>
internal static class MiettinenNurminenInterval
{
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
        bool IsOutside(double difference)
        {
            double distance = observed - difference;
            return distance * distance > factor * ConstrainedVariance(arms, difference);
        }

        return new Bounds(Bisection.Edge(observed, -1, IsOutside), Bisection.Edge(observed, 1, IsOutside));
    }

    private static double ConstrainedVariance(Stratum arms, double difference)
    {
        double p1 = ConstrainedRate(arms, difference);
        double p2 = Math.Clamp(p1 + difference, 0, 1);
        return (p1 * (1 - p1) / arms.Control.Trials) + (p2 * (1 - p2) / arms.Treatment.Trials);
    }

    /// <summary>The control rate of greatest likelihood when the treatment rate is larger by <paramref name="difference"/>; its score falls steadily.</summary>
    private static double ConstrainedRate(Stratum arms, double difference)
    {
        double low = Math.Max(0, -difference);
        double high = Math.Min(1, 1 - difference);
        return Bisection.Edge(low, high, p => Score(arms, p, p + difference) <= 0);
    }

    private static double Score(Stratum arms, double p1, double p2) =>
        Term(arms.Control.Successes, p1) - Term(arms.Control.Failures, 1 - p1) +
        Term(arms.Treatment.Successes, p2) - Term(arms.Treatment.Failures, 1 - p2);

    private static double Term(long count, double share) => count == 0 ? 0 : count / Math.Max(share, double.Epsilon);
}
