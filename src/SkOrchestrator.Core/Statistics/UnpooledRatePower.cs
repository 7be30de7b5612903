namespace SkOrchestrator.Statistics;

/// <summary>Planning for two rates with unpooled variance under both hypotheses (Fleiss, Levin and Paik 2003). The pooled form fits the test that is used.</summary>
internal static class UnpooledRatePower
{
    /// <summary>Customers needed in the first arm; the second has <paramref name="ratio"/> times as many.</summary>
    public static Estimated<SampleSize> Needed(double p1, double p2, double alpha, double power, double ratio = 1)
    {
        if (RatePower.Undefined(p1, p2) is NotEstimable missing)
        {
            return missing;
        }

        double z = (NormalTail.Quantile(alpha / 2) + NormalTail.Quantile(1 - power)) / (p2 - p1);
        return new SampleSize(z * z * ((p1 * (1 - p1)) + (p2 * (1 - p2) / ratio)));
    }

    /// <summary>The power with these sizes, far tail included; sizes of at least 1, rates between 0 and 1.</summary>
    public static double Achieved(double p1, double n1, double p2, double n2, double alpha) =>
        MeanPower.Achieved(p2 - p1, Math.Sqrt((p1 * (1 - p1) / n1) + (p2 * (1 - p2) / n2)), alpha);
}
