namespace SkOrchestrator.Statistics;

/// <summary>Wilson's score interval for one rate (Wilson 1927), without continuity correction.</summary>
internal static class WilsonInterval
{
    /// <summary>The interval, inside 0 to 1.</summary>
    public static Estimated<Bounds> Of(Proportion arm, double confidence)
    {
        if (arm.Trials == 0)
        {
            return new NotEstimable("no customers");
        }

        double z = NormalTail.CriticalValue(confidence);
        double n = arm.Trials;
        double correction = z * z / n;
        double center = arm.Rate + (correction / 2);
        double half = Math.Sqrt(correction * (arm.UnitVariance + (correction / 4)));
        double scale = 1 + correction;
        return new Bounds(
            arm.Successes == 0 ? 0 : (center - half) / scale,
            arm.Failures == 0 ? 1 : (center + half) / scale);
    }
}
