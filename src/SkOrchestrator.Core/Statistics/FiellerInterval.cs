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
    public static Estimated<Bounds> Of(double controlMean, double controlVariance, double treatmentMean, double treatmentVariance, double critical)
    {
        if (controlMean == 0)
        {
            return new NotEstimable("the control mean is 0, so a relative lift is not defined");
        }

        double g = critical * critical * controlVariance / (controlMean * controlMean);
        if (!(g < 1))
        {
            return new NotEstimable("the control mean is too uncertain for an interval of the lift");
        }

        double ratio = treatmentMean / controlMean;
        double spread = critical / Math.Abs(controlMean) * Math.Sqrt(Math.Max(0, ((1 - g) * treatmentVariance) + (ratio * ratio * controlVariance)));
        return new Bounds(((ratio - spread) / (1 - g)) - 1, ((ratio + spread) / (1 - g)) - 1);
    }
}
