namespace SkOrchestrator.Statistics;

/// <summary>The score interval for a ratio of rates (Koopman 1984); holds its level in small samples and with zero cells.</summary>
internal static class KoopmanInterval
{
    /// <summary>The interval of treatment / control; the upper bound is infinite when control has no events.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence) => RatioScore.Interval(arms, confidence, 1);
}
