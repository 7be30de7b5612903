namespace SkOrchestrator.Statistics;

/// <summary>Planning for two rates on the arcsine scale (Cohen 1988, chapter 6).</summary>
internal static class CohenEffectSize
{
    /// <summary>The effect size h, positive when treatment is better.</summary>
    public static double H(double p1, double p2) => 2 * (Math.Asin(Math.Sqrt(p2)) - Math.Asin(Math.Sqrt(p1)));

    /// <summary>Customers needed in the first arm; the second has <paramref name="ratio"/> times as many.</summary>
    public static Estimated<SampleSize> Needed(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        if (RatePower.Undefined(p1, p2) is NotEstimable missing)
        {
            return missing;
        }

        double z = (NormalTail.Quantile(alpha / 2) + NormalTail.Quantile(1 - power)) / H(p1, p2);
        return new SampleSize(z * z * (1 + (1 / ratio)));
    }

    /// <summary>The power with these sizes, far tail included; sizes of at least 1, rates between 0 and 1.</summary>
    public static double Achieved(double p1, double n1, double p2, double n2, double alpha) =>
        MeanPower.Achieved(H(p1, p2), Math.Sqrt((1 / n1) + (1 / n2)), alpha);
}
