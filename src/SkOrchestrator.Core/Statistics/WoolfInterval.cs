namespace SkOrchestrator.Statistics;

/// <summary>The odds ratio of one table with the interval of its logarithm (Woolf 1955).</summary>
internal static class WoolfInterval
{
    /// <summary>The odds ratio of treatment to control; none when a cell is empty.</summary>
    public static Estimated<EffectEstimate> Of(Stratum arms, double confidence) =>
        arms is { Control: { Successes: > 0, Failures: > 0 }, Treatment: { Successes: > 0, Failures: > 0 } }
            ? Adjusted(arms, 0, confidence)
            : new NotEstimable("a cell of the table is empty, so the odds ratio is 0, infinite or not defined");

    /// <summary>The odds ratio after a number was added to every cell.</summary>
    public static EffectEstimate Adjusted(Stratum arms, double added, double confidence)
    {
        double a = arms.Treatment.Successes + added;
        double b = arms.Treatment.Failures + added;
        double c = arms.Control.Successes + added;
        double d = arms.Control.Failures + added;
        return LogRatio.WithInterval(a / b * (d / c), Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d)), confidence);
    }
}
