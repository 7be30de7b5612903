namespace SkOrchestrator.Statistics;

/// <summary>How much of α may be spent until a share of the planned information is there.</summary>
internal static class LanDeMetsSpending
{
    /// <summary>
    /// The O'Brien–Fleming type of Lan and DeMets (1983), 2 − 2Φ(z / √t) for α/2 in each tail: almost nothing early, α at the end.
    /// </summary>
    /// <param name="informationFraction">Share of the planned information, above 0 up to 1.</param>
    /// <param name="alpha">Two-sided level.</param>
    public static double OBrienFleming(double informationFraction, double alpha) =>
        informationFraction >= 1 ? alpha : 4 * NormalTail.Upper(NormalTail.Quantile(alpha / 4) / Math.Sqrt(informationFraction));
}
