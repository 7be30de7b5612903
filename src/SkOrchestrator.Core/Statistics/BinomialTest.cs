namespace SkOrchestrator.Statistics;

/// <summary>The exact two-sided test of one count: the probability of all counts that are not more probable than the observed one, from the mode outwards.</summary>
internal static class BinomialTest
{
    private const double TieTolerance = 1e-7;

    /// <summary>The p-value of <paramref name="count"/> among <paramref name="trials"/> when each trial counts with probability <paramref name="share"/>.</summary>
    public static double PValue(long count, long trials, double share)
    {
        double odds = share / (1 - share);
        long mode = Math.Clamp((long)Math.Floor((trials + 1) * share), 0, trials);
        double Ratio(long k) => (trials - k) / (k + 1.0) * odds;

        double observed = 1;
        for (long k = mode; k < count; k++)
        {
            observed *= Ratio(k);
        }

        for (long k = mode; k > count; k--)
        {
            observed /= Ratio(k - 1);
        }

        double limit = observed * (1 + TieTolerance);
        double total = 0;
        double counted = 0;
        void Add(double weight)
        {
            total += weight;
            counted += weight <= limit ? weight : 0;
        }

        Add(1);
        double weight = 1;
        for (long k = mode; k < trials && weight > 0; k++)
        {
            Add(weight *= Ratio(k));
        }

        weight = 1;
        for (long k = mode; k > 0 && weight > 0; k--)
        {
            Add(weight /= Ratio(k - 1));
        }

        return Math.Min(1, counted / total);
    }
}
