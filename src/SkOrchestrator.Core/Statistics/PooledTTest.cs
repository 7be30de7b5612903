namespace SkOrchestrator.Statistics;

/// <summary>Student's t test of two means with equal variances (Student 1908). Errs too often when the smaller arm varies more: Welch's test is the rule.</summary>
internal static class PooledTTest
{
    /// <summary>The test and the interval of treatment − control.</summary>
    public static Estimated<MeanDifference> Of(MeanSummary control, MeanSummary treatment, double confidence)
    {
        if (control.Count < 1 || treatment.Count < 1 || control.Count + treatment.Count < 3)
        {
            return new NotEstimable("an arm has no customers, or both have only one");
        }

        double degrees = (double)control.Count + treatment.Count - 2;
        double variance = (control.SquaredDeviations + treatment.SquaredDeviations) / degrees;
        if (!(variance > 0) || !double.IsFinite(variance))
        {
            return new NotEstimable("the values do not vary in either arm");
        }

        double error = Math.Sqrt((variance / control.Count) + (variance / treatment.Count));
        double difference = treatment.Mean - control.Mean;
        double t = difference / error;
        double margin = StudentTail.CriticalValue(confidence, degrees) * error;
        return new MeanDifference(
            control.Mean,
            treatment.Mean,
            variance / control.Count,
            variance / treatment.Count,
            error,
            new TestResult(t, degrees, StudentTail.TwoSided(t, degrees)),
            new Bounds(difference - margin, difference + margin));
    }
}
