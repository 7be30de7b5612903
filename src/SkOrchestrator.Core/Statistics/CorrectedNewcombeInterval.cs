namespace SkOrchestrator.Statistics;

/// <summary>The interval for a difference of rates by square and add of two corrected Wilson intervals (Newcombe 1998, method 11).</summary>
internal static class CorrectedNewcombeInterval
{
    /// <summary>The interval of treatment − control.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence) => NewcombeInterval.SquareAndAdd(arms, arm => CorrectedWilsonInterval.Of(arm, confidence));
}
