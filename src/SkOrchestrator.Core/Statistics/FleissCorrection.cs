namespace SkOrchestrator.Statistics;

/// <summary>Planning for two rates that Fisher's exact test will compare: the pooled size with continuity correction (Fleiss, Tytun and Ury 1980).</summary>
internal static class FleissCorrection
{
    /// <summary>Customers needed in the first arm; the second has <paramref name="ratio"/> times as many.</summary>
    public static Estimated<SampleSize> Needed(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        if (!RatePower.Needed(p1, p2, alpha, power, ratio).TryGet(out SampleSize? plain, out string? reason))
        {
            return new NotEstimable(reason);
        }

        double root = 1 + Math.Sqrt(1 + (2 * Step(p2 - p1, ratio) / plain.PerArm));
        return new SampleSize(plain.PerArm / 4 * root * root);
    }

    /// <summary>The size without correction that a corrected one comes from: what a sample is worth to the exact test; 0 where it is too small for any.</summary>
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
