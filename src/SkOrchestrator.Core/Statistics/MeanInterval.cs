namespace SkOrchestrator.Statistics;

/// <summary>Student's interval for one mean.</summary>
internal static class MeanInterval
{
    /// <summary>The interval; there is none where all values are the same.</summary>
    public static Estimated<Bounds> Of(MeanSummary arm, double confidence)
    {
        if (arm.Count < 2 || !(arm.Variance > 0))
        {
            return new NotEstimable("fewer than 2 different values");
        }

        double margin = StudentTail.CriticalValue(confidence, arm.Count - 1) * Math.Sqrt(arm.MeanVariance);
        return new Bounds(arm.Mean - margin, arm.Mean + margin);
    }
}
