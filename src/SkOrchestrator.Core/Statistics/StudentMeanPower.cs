namespace SkOrchestrator.Statistics;

/// <summary>Planning for a two-sided t test of two means, equal arms, by the noncentral t distribution (Cohen 1988, chapter 2). The far tail is left out.</summary>
internal static class StudentMeanPower
{
    private const double SmallestArm = 2;
    private const double LargestArm = 1e12;

    /// <summary>The power to find the difference in its own direction, with at least 2 customers per arm.</summary>
    public static double Achieved(double perArm, double difference, double standardDeviation, double alpha)
    {
        double degrees = 2 * (perArm - 1);
        double noncentrality = Math.Abs(difference) / standardDeviation * Math.Sqrt(perArm / 2);
        return NoncentralStudentTail.Upper(StudentTail.CriticalValue(1 - alpha, degrees), degrees, noncentrality);
    }

    /// <summary>Customers needed per arm, not rounded, at least 2.</summary>
    public static Estimated<SampleSize> Needed(double difference, double standardDeviation, double alpha, double power)
    {
        if (!MeanPower.Needed(difference, standardDeviation, alpha, power).TryGet(out SampleSize? normal, out string? reason))
        {
            return new NotEstimable(reason);
        }

        bool Suffices(double perArm) => Achieved(perArm, difference, standardDeviation, alpha) >= power;
        double high = Math.Max(2 * SmallestArm, normal.PerArm);
        while (high < LargestArm && !Suffices(high))
        {
            high *= 2;
        }

        return high >= LargestArm
            ? new NotEstimable("more customers would be needed than there can be")
            : new SampleSize(Suffices(SmallestArm) ? SmallestArm : Bisection.Edge(SmallestArm, high, Suffices));
    }
}
