namespace SkOrchestrator.Statistics;

/// <summary>The odds ratio with 1/2 added to every cell (Gart 1966); exists for zero counts, but is pulled towards 1.</summary>
internal static class GartInterval
{
    /// <summary>The adjusted odds ratio of treatment to control with its interval.</summary>
    public static Estimated<EffectEstimate> Of(Stratum arms, double confidence) =>
        arms.HasBothArms ? WoolfInterval.Adjusted(arms, 0.5, confidence) : new NotEstimable("an arm has no customers");
}
