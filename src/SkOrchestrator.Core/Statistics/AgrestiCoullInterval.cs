namespace SkOrchestrator.Statistics;

/// <summary>The interval for one rate after z² / 2 successes and as many failures are added (Agresti and Coull 1998).</summary>
internal static class AgrestiCoullInterval
{
    /// <summary>The interval; may leave 0 to 1.</summary>
    public static Estimated<Bounds> Of(Proportion arm, double confidence)
    {
        if (arm.Trials == 0)
        {
            return new NotEstimable("no customers");
        }

        double z = NormalTail.CriticalValue(confidence);
        double n = arm.Trials + (z * z);
        double rate = (arm.Successes + (z * z / 2)) / n;
        double margin = z * Math.Sqrt(rate * (1 - rate) / n);
        return new Bounds(rate - margin, rate + margin);
    }
}
