namespace SkOrchestrator.Statistics;

/// <summary>Planning for a two-sided comparison of two means, normal approximation.</summary>
internal static class MeanPower
{
    /// <summary>Customers needed per arm, not rounded.</summary>
    public static Estimated<SampleSize> Needed(double difference, double standardDeviation, double alpha, double power)
    {
        if (difference == 0 || !(standardDeviation > 0))
        {
            return new NotEstimable("difference and standard deviation must not be 0");
        }

        double root = (NormalTail.Quantile(alpha / 2) + NormalTail.Quantile(1 - power)) * standardDeviation / difference;
        return new SampleSize(2 * root * root);
    }

    /// <summary>The smallest difference that is found with the given power, equal arms.</summary>
    public static double DetectableDifference(double perArm, double standardDeviation, double alpha, double power) =>
        (NormalTail.Quantile(alpha / 2) + NormalTail.Quantile(1 - power)) * standardDeviation * Math.Sqrt(2 / perArm);

    /// <summary>The power for a difference with this standard error, far tail included.</summary>
    public static double Achieved(double difference, double standardError, double alpha)
    {
        double critical = NormalTail.Quantile(alpha / 2);
        double shift = Math.Abs(difference) / standardError;
        return Math.Min(1, NormalTail.Upper(critical - shift) + NormalTail.Upper(critical + shift));
    }
}
