namespace SkOrchestrator.Statistics;

/// <summary>
/// The posterior probability that the treatment's rate is above control's on average over strata, with the Mantel–Haenszel weights of the difference beside it.
/// Each arm has one Beta(1, 1) prior in all, shared out over the strata as Beta(w, w) by their weights w: a Beta(1, 1) prior in each of many small strata would
/// outweigh the data, and pull the smaller arm of a rare event up. With equal arm shares in all strata the posterior means are those of the pooled counts.
/// The weighted sum of beta rates is taken as the beta distribution with its mean and variance, both of which are exact; in one stratum that is the posterior
/// itself. The error of the probability is below 0.005, except where tiny strata have rates near 0 and near 1 (up to 0.03).
/// </summary>
internal static class StratifiedChanceToBeat
{
    /// <summary>P(treatment &gt; control); strata with an empty arm are left out.</summary>
    /// <param name="strata">Strata, of which at least one has both arms.</param>
    public static double Of(IReadOnlyCollection<Stratum> strata)
    {
        Stratum[] used = [.. strata.Where(s => s.HasBothArms)];
        double total = used.Sum(Weight);
        double[] weights = [.. used.Select(s => Weight(s) / total)];
        return used is [Stratum only]
            ? ChanceToBeat.Control(only)
            : ChanceToBeat.Of(Matched(weights, [.. used.Select(s => s.Control)]), Matched(weights, [.. used.Select(s => s.Treatment)]));
    }

    private static double Weight(Stratum s) => s.Control.Trials * (s.Treatment.Trials / s.Total);

    /// <summary>The beta distribution with mean and variance of the weighted sum of the posteriors.</summary>
    private static BetaPosterior Matched(double[] weights, Proportion[] rates)
    {
        double mean = 0;
        double complement = 0;
        double variance = 0;
        foreach ((double weight, Proportion rate) in weights.Zip(rates))
        {
            double size = rate.Trials + (2 * weight);
            double happens = (rate.Successes + weight) / size;
            double fails = (rate.Failures + weight) / size;
            mean += weight * happens;
            complement += weight * fails;
            variance += weight * weight * happens * fails / (size + 1);
        }

        double shapes = (mean * complement / variance) - 1;
        return new(default, mean * shapes, complement * shapes);
    }
}
