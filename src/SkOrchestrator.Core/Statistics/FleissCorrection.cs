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

        double root = 1 + Math.Sqrt(1 + (2 * (ratio + 1) / (plain.PerArm * ratio * Math.Abs(p2 - p1))));
        return new SampleSize(plain.PerArm / 4 * root * root);
    }
}
