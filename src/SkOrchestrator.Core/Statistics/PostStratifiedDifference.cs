namespace SkOrchestrator.Statistics;

/// <summary>
/// The risk difference with each stratum at its share of the population. Its interval adds up Wilson's limits of all rates (Yan and Su 2010, by the
/// method of Zou and Donner 2008), and with one stratum is Newcombe's; its test is the score test that no stratum has an effect.
/// </summary>
internal static class PostStratifiedDifference
{
    /// <summary>The difference treatment − control; strata with an empty arm are left out and the weights of the others add up to 1 again.</summary>
    /// <param name="strata">Strata with the share of each; any positive numbers.</param>
    /// <param name="confidence">Level of the interval.</param>
    public static Estimated<EffectEstimate> Of(IReadOnlyCollection<(double Weight, Stratum Arms)> strata, double confidence)
    {
        (double Weight, Stratum Arms)[] used = [.. strata.Where(s => s.Weight > 0 && s.Arms.HasBothArms)];
        if (used.Length == 0)
        {
            return new NotEstimable("no segment has customers in both arms");
        }

        double total = used.Sum(s => s.Weight);
        double difference = 0;
        double below = 0;
        double above = 0;
        double variance = 0;
        foreach ((double weight, Stratum arms) in used)
        {
            double share = weight / total;
            double estimate = arms.Treatment.Rate - arms.Control.Rate;
            Bounds bounds = NewcombeInterval.Of(arms, confidence).OrNull()!;
            double low = share * (estimate - bounds.Low);
            double high = share * (bounds.High - estimate);
            double pooled = arms.Successes / arms.Total * (arms.Failures / arms.Total);
            difference += share * estimate;
            below += low * low;
            above += high * high;
            variance += share * share * pooled * ((1.0 / arms.Control.Trials) + (1.0 / arms.Treatment.Trials));
        }

        return new EffectEstimate(
            difference, variance > 0 ? Math.Sqrt(variance) : null, new Bounds(difference - Math.Sqrt(below), difference + Math.Sqrt(above)));
    }
}
