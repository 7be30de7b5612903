namespace SkOrchestrator.Statistics;

/// <summary>
/// The textbook interval, estimate ∓ z · standard error. For comparison only, never for a result: it has no width at 0 successes and covers too
/// rarely in small samples.
/// </summary>
internal static class WaldInterval
{
    /// <summary>The interval of one rate; may leave 0 to 1.</summary>
    public static Estimated<Bounds> Rate(Proportion arm, double confidence) =>
        arm.Trials == 0
            ? new NotEstimable("no customers")
            : Around(arm.Rate, Math.Sqrt(arm.UnitVariance / arm.Trials), confidence);

    /// <summary>The interval of treatment − control; may leave −1 to 1.</summary>
    public static Estimated<Bounds> Difference(Stratum arms, double confidence) =>
        arms.HasBothArms
            ? Around(arms.Treatment.Rate - arms.Control.Rate, UnpooledTest.StandardError(arms), confidence)
            : new NotEstimable("an arm has no customers");

    private static Bounds Around(double estimate, double error, double confidence)
    {
        double margin = NormalTail.CriticalValue(confidence) * error;
        return new(estimate - margin, estimate + margin);
    }
}
