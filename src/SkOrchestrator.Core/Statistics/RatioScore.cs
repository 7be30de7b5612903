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
        double difference = p1 + p2 < 1 ? p2 - p1 : ((double)arms.Control.Failures / arms.Control.Trials) - ((double)arms.Treatment.Failures / arms.Treatment.Trials);
        bool IsOutside(double logRatio)
        {
            double distance = difference - (NearOne.ExpMinusOne(logRatio) * p1);
            return distance * distance > z * z * varianceFactor * ConstrainedVariance(arms, logRatio);
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

    /// <summary>
    /// The variance of the distance at the rates of greatest likelihood, when the treatment rate is the given ratio of the control rate. They solve a
    /// quadratic whose discriminant is written as a sum of squares, and rates of failure are solved for on their own, so that rates close to 1 keep their
    /// digits.
    /// </summary>
    private static double ConstrainedVariance(Stratum arms, double logRatio)
    {
        double ratio = Math.Exp(logRatio);
        double below = -NearOne.ExpMinusOne(logRatio);
        double n = arms.Total;
        double f1 = arms.Control.Failures;
        double f2 = arms.Treatment.Failures;
        double root = double.Hypot((n * below) + (ratio * f1) - f2, 2 * Math.Sqrt(ratio * f1 * f2));
        double linear = (n * (1 + ratio)) - f2 - (ratio * f1);
        double first = (n * below) - f2 - (ratio * f1);
        double second = (-n * below) - f2 - (ratio * f1);

        double p1 = Math.Min(1, 2 * arms.Successes / (linear + root));
        double p2 = Math.Min(1, ratio * p1);
        double q1 = first > 0 ? 2 * f1 * below / (root + first) : (root - first) / (2 * ratio * n);
        double q2 = second > 0 ? -2 * f2 * below / (root + second) : (root - second) / (2 * n);
        return (p2 * q2 / arms.Treatment.Trials) + (ratio * ratio * p1 * q1 / arms.Control.Trials);
    }
}
