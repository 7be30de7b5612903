namespace SkOrchestrator.Statistics;

/// <summary>Welch's t test of two means with unequal variances.</summary>
internal static class WelchTest
{
    /// <summary>The test and the interval of treatment − control.</summary>
    public static Estimated<MeanDifference> Of(MeanSummary control, MeanSummary treatment, double confidence) =>
        control.Count < 2 || treatment.Count < 2
            ? new NotEstimable("an arm has fewer than 2 customers")
            : StratifiedMeans.Compare([new(1, control, treatment)], confidence);
}
