namespace SkOrchestrator.Statistics;

/// <summary>Planning for a two-sided test of two rates: pooled variance under the null hypothesis, as the test itself uses it.</summary>
internal static class RatePower
{
    /// <summary>Customers needed in the first arm, not rounded; the second has <paramref name="ratio"/> times as many.</summary>
    public static Estimated<SampleSize> Needed(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        if (Undefined(p1, p2) is NotEstimable missing)
        {
            return missing;
        }

        double pooled = (p1 + (ratio * p2)) / (1 + ratio);
        double root = (NormalTail.Quantile(alpha / 2) * Math.Sqrt(pooled * (1 - pooled) * (1 + (1 / ratio)))) +
            (NormalTail.Quantile(1 - power) * Math.Sqrt((p1 * (1 - p1)) + (p2 * (1 - p2) / ratio)));
        return new SampleSize(root * root / ((p2 - p1) * (p2 - p1)));
    }

    /// <summary>Why no size can be planned for these rates, or null.</summary>
    public static NotEstimable? Undefined(double p1, double p2) =>
        !IsRate(p1) || !IsRate(p2) || p1 == p2 ? new NotEstimable("the two rates must differ and lie between 0 and 1") : null;

    /// <summary>The power with these sizes, far tail included.</summary>
    public static double Achieved(double p1, double n1, double p2, double n2, double alpha)
    {
        (double near, double far) = Tails(p1, n1, p2, n2, alpha);
        return Math.Min(1, near + far);
    }

    /// <summary>The power to find the effect in its own direction.</summary>
    public static double AchievedOneTail(double p1, double n1, double p2, double n2, double alpha) => Tails(p1, n1, p2, n2, alpha).Near;

    /// <summary>The smallest treatment rate above <paramref name="p1"/> that is found with the given power, equal arms; none below 1 may exist.</summary>
    public static Estimated<DetectableRate> Detectable(double p1, double perArm, double alpha, double power)
    {
        if (!IsRate(p1) || perArm < 1)
        {
            return new NotEstimable("the control rate must lie between 0 and 1");
        }

        double rate = Bisection.Edge(p1, 1, p2 => AchievedOneTail(p1, perArm, p2, perArm, alpha) >= power);
        return Math.BitIncrement(rate) >= 1
            ? new NotEstimable("no rate below 1 would be found with that power")
            : new DetectableRate(rate);
    }

    private static (double Near, double Far) Tails(double p1, double n1, double p2, double n2, double alpha)
    {
        double pooled = ((n1 * p1) + (n2 * p2)) / (n1 + n2);
        double nullError = NormalTail.Quantile(alpha / 2) * Math.Sqrt(pooled * (1 - pooled) * ((1 / n1) + (1 / n2)));
        double error = Math.Sqrt((p1 * (1 - p1) / n1) + (p2 * (1 - p2) / n2));
        double difference = Math.Abs(p2 - p1);
        return (NormalTail.Upper((nullError - difference) / error), NormalTail.Upper((nullError + difference) / error));
    }

    private static bool IsRate(double p) => p is > 0 and < 1;
}
