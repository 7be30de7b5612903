namespace SkOrchestrator.Statistics;

/// <summary>
/// Variance reduction with a number known before sending (Deng, Xu, Kohavi and Walker 2013). There is one slope for all arms: a slope per arm would
/// let the treatment change what is adjusted for.
/// </summary>
/// <param name="Theta">Slope of y on x over all customers of all arms; 0 when x does not vary.</param>
/// <param name="Correlation">Correlation of x and y over all customers; 0 when either does not vary.</param>
/// <param name="CovariateMean">Mean of x over all customers.</param>
internal sealed record CupedAdjustment(double Theta, double Correlation, double CovariateMean)
{
    private const double ResidualPrecision = 1e-14;

    /// <summary>The adjustment from all arms together.</summary>
    public static CupedAdjustment Over(IEnumerable<PairedSummary> arms)
    {
        PairedSummary all = arms.Aggregate(default(PairedSummary), (sum, arm) => sum + arm);
        return new(
            all.SquaresX > 0 ? all.Products / all.SquaresX : 0,
            all.SquaresX > 0 && all.SquaresY > 0 ? Math.Clamp(all.Products / Math.Sqrt(all.SquaresX) / Math.Sqrt(all.SquaresY), -1, 1) : 0,
            all.MeanX);
    }

    /// <summary>Mean and variance of y − θ (x − mean of x) in one arm, to be compared with <see cref="WelchTest"/>.</summary>
    public MeanSummary Adjust(PairedSummary arm)
    {
        double squares = arm.SquaresY + (Theta * ((Theta * arm.SquaresX) - (2 * arm.Products)));
        bool isRounding = squares <= ResidualPrecision * (arm.SquaresY + (Theta * Theta * arm.SquaresX));
        return MeanSummary.FromMoments(arm.Count, arm.MeanY - (Theta * (arm.MeanX - CovariateMean)), isRounding ? 0 : squares);
    }
}
