namespace SkOrchestrator.Statistics;

/// <summary>
/// A ratio of sums, such as clicks per open, with the customer as unit (Deng, Knoblich and Lu 2018). Events of one customer depend on each other, so
/// the event must not be the unit. A denominator that comes after sending makes the ratio descriptive, no measure of an effect.
/// </summary>
internal static class RatioMetric
{
    private const double ResidualPrecision = 1e-14;

    /// <summary>
    /// The ratio of sums of one arm as a mean, with the delta-method variance of one customer: to be compared with <see cref="WelchTest"/> or
    /// <see cref="DeltaMethodLift"/>.
    /// </summary>
    /// <param name="arm">x is the denominator, y the numerator.</param>
    /// <returns>The summary, or null when the denominators add up to 0.</returns>
    public static MeanSummary? PerCustomer(PairedSummary arm)
    {
        if (arm.Count == 0 || arm.MeanX == 0)
        {
            return null;
        }

        double ratio = arm.MeanY / arm.MeanX;
        double squares = arm.SquaresY + (ratio * ((ratio * arm.SquaresX) - (2 * arm.Products)));
        bool isRounding = squares <= ResidualPrecision * (arm.SquaresY + (ratio * ratio * arm.SquaresX));
        return MeanSummary.FromMoments(arm.Count, ratio, isRounding ? 0 : squares / (arm.MeanX * arm.MeanX));
    }

    /// <summary>The difference treatment − control of both ratios, by Welch's test.</summary>
    public static Estimated<MeanDifference> Compare(PairedSummary control, PairedSummary treatment, double confidence) =>
        PerCustomer(control) is MeanSummary first && PerCustomer(treatment) is MeanSummary second
            ? WelchTest.Of(first, second, confidence)
            : new NotEstimable("the denominators of an arm add up to 0");

    /// <summary>The relative lift of the ratio with a normal interval.</summary>
    public static Estimated<EffectEstimate> Lift(PairedSummary control, PairedSummary treatment, double confidence) =>
        PerCustomer(control) is MeanSummary first && PerCustomer(treatment) is MeanSummary second
            ? DeltaMethodLift.Of(first, second, NormalTail.CriticalValue(confidence))
            : new NotEstimable("the denominators of an arm add up to 0");
}
