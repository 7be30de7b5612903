using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Whether the sizes of the arms fit the planned shares, valid at all looks together: the Bayes factor of a Dirichlet prior around the shares against the
/// shares themselves (Lindon and Malek 2022, Anytime-valid inference for multinomial count data).
/// </summary>
internal static class SequentialSampleRatio
{
    /// <summary>Prior customers that the planned shares are worth; larger finds small deviations sooner and large ones later.</summary>
    public const double DefaultConcentration = 100;

    /// <summary>
    /// The statistic is the logarithm of the Bayes factor; the p-value min(1, 1 / Bayes factor) is always valid. Arms with weight 0 are left out.
    /// </summary>
    /// <param name="counts">Customers by arm so far.</param>
    /// <param name="weights">Planned shares, any positive numbers.</param>
    /// <param name="concentration">Prior customers, above 0.</param>
    public static Estimated<TestResult> Of(IReadOnlyList<long> counts, IReadOnlyList<double> weights, double concentration = DefaultConcentration)
    {
        int[] active = [.. Enumerable.Range(0, counts.Count).Where(i => weights[i] > 0)];
        if (active.Length < 2)
        {
            return new NotEstimable("fewer than two arms have a planned share");
        }

        double weight = active.Sum(i => weights[i]);
        double total = active.Sum(i => (double)counts[i]);
        double log = total == 0 ? 0 : LogBayesFactor([.. active.Select(i => (double)counts[i])], [.. active.Select(i => weights[i] / weight)], total, concentration);
        return new TestResult(log, null, Math.Min(1, Math.Exp(-log)));
    }

    /// <summary>
    /// ln B(prior + counts) − ln B(prior) − Σ counts ln share, with B the multivariate beta function. By Stirling's formula the log-gamma values of the
    /// large counts become deviance terms, which do not cancel.
    /// </summary>
    private static double LogBayesFactor(double[] counts, double[] shares, double total, double concentration)
    {
        double all = concentration + total;
        double log = SpecialFunctions.GammaLn(concentration) - StirlingError.Of(all) - (0.5 * (shares.Length - 1) * Math.Log(all)) +
            ((shares.Length - 1) * Constants.LogSqrt2Pi);
        for (int i = 0; i < shares.Length; i++)
        {
            double prior = concentration * shares[i];
            double posterior = prior + counts[i];
            log += Deviance.Of(posterior, all * shares[i]) - (0.5 * Math.Log(posterior / (all * shares[i]))) + StirlingError.Of(posterior)
                - SpecialFunctions.GammaLn(prior) + ((prior - 0.5) * Math.Log(shares[i]));
        }

        return log;
    }
}
