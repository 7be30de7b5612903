namespace SkOrchestrator.Statistics;

/// <summary>Fieller's interval for the lift of two independent means (Fieller 1954).</summary>
internal static class FiellerInterval
{
    /// <summary>
    /// The interval of treatment / control − 1, or the reason why it has no two bounds: when control's mean is not clearly different from 0, every
    /// large lift of either sign fits the data.
    /// </summary>
    /// <param name="controlMean">Mean of control.</param>
    /// <param name="controlVariance">Variance of that mean.</param>
    /// <param name="treatmentMean">Mean of treatment.</param>
    /// <param name="treatmentVariance">Variance of that mean.</param>
    /// <param name="critical">Critical value of z or t.</param>
    public static Estimated<Bounds> Of(double controlMean, double controlVariance, double treatmentMean, double treatmentVariance, double critical) =>
        SetOf(controlMean, controlVariance, treatmentMean, treatmentVariance, critical) switch
        {
            { Kind: FiellerKind.UndefinedControlZero } => new NotEstimable("the control mean is 0, so a relative lift is not defined"),
            { Kind: FiellerKind.Bounded, Bounds: Bounds bounds } => bounds,
            _ => new NotEstimable("the control mean is too uncertain for an interval of the lift"),
        };

    /// <summary>All lifts that fit the data, of whatever shape.</summary>
    /// <param name="controlMean">Mean of control.</param>
    /// <param name="controlVariance">Variance of that mean.</param>
    /// <param name="treatmentMean">Mean of treatment.</param>
    /// <param name="treatmentVariance">Variance of that mean.</param>
    /// <param name="critical">Critical value of z or t.</param>
    public static FiellerSet SetOf(double controlMean, double controlVariance, double treatmentMean, double treatmentVariance, double critical)
    {
        if (controlMean == 0)
        {
            return new(FiellerKind.UndefinedControlZero, null, null);
        }

        double g = critical * critical * controlVariance / (controlMean * controlMean);
        double ratio = treatmentMean / controlMean;
        double discriminant = ((1 - g) * treatmentVariance) + (ratio * ratio * controlVariance);
        if (!(g < 1) && !(discriminant > 0 && g > 1))
        {
            return new(FiellerKind.UnboundedEverything, g, null);
        }

        double spread = critical / Math.Abs(controlMean) * Math.Sqrt(Math.Max(0, discriminant));
        double first = ((ratio - spread) / (1 - g)) - 1;
        double second = ((ratio + spread) / (1 - g)) - 1;
        return new(g < 1 ? FiellerKind.Bounded : FiellerKind.UnboundedExclusive, g, new(Math.Min(first, second), Math.Max(first, second)));
    }
}
