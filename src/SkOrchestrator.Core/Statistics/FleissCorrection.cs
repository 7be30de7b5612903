namespace SkOrchestrator.Statistics;

/// <summary>
/// The continuity correction of Fleiss, Tytun and Ury (1980, "A simple approximation for calculating sample sizes for comparing independent proportions"):
/// the customers that Fisher's exact test needs beyond those of the chi-square test, because it is stricter.
/// </summary>
internal static class FleissCorrection
{
    /// <summary>The corrected size of the first arm, not rounded.</summary>
    /// <param name="first">The size of the first arm without correction.</param>
    /// <param name="difference">Difference of the rates; not 0.</param>
    /// <param name="ratio">Size of the second arm over that of the first.</param>
    public static double Corrected(double first, double difference, double ratio = 1)
    {
        double root = 1 + Math.Sqrt(1 + (2 * Step(difference, ratio) / first));
        return first / 4 * root * root;
    }

    /// <summary>The size whose corrected size is <paramref name="corrected"/>: what a sample is worth to the exact test; 0 where it is too small for any.</summary>
    /// <param name="corrected">The size of the first arm.</param>
    /// <param name="difference">Difference of the rates; not 0.</param>
    /// <param name="ratio">Size of the second arm over that of the first.</param>
    public static double Worth(double corrected, double difference, double ratio = 1)
    {
        double share = Math.Max(0, 1 - (Step(difference, ratio) / (2 * corrected)));
        return corrected * share * share;
    }

    private static double Step(double difference, double ratio) => (ratio + 1) / (ratio * Math.Abs(difference));
}
