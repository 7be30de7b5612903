namespace SkOrchestrator.Statistics;

/// <summary>The score interval for a ratio of rates with the variance factor N / (N − 1) (Miettinen and Nurminen 1985).</summary>
internal static class MiettinenNurminenRatioInterval
{
    /// <summary>The interval of treatment / control; the upper bound is infinite when control has no events.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence) => RatioScore.Interval(arms, confidence, arms.Total / (arms.Total - 1));
}
