namespace SkOrchestrator.Statistics;

/// <summary>The interval for a difference of rates after one success and one failure are added to each arm (Agresti and Caffo 2000).</summary>
internal static class AgrestiCaffoInterval
{
    /// <summary>The interval of treatment − control; may leave −1 to 1.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence) =>
        arms.HasBothArms
            ? WaldInterval.Difference(new(Added(arms.Control), Added(arms.Treatment)), confidence)
            : new NotEstimable("an arm has no customers");

    private static Proportion Added(Proportion arm) => new(arm.Successes + 1, arm.Trials + 2);
}
