using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>The exact multinomial test: the probability of all splits that are not more probable than the observed one.</summary>
internal static class MultinomialTest
{
    private const double TieTolerance = 1e-7;
    private const double LargestNumberOfSplits = 500_000;

    /// <summary>The p-value, or null when there are too many splits to list.</summary>
    /// <param name="counts">Observed counts.</param>
    /// <param name="shares">Probabilities that add up to 1, none 0.</param>
    public static double? PValue(IReadOnlyList<long> counts, IReadOnlyList<double> shares)
    {
        double total = counts.Sum(c => (double)c);
        if (LogSplits(total, counts.Count) > Math.Log(LargestNumberOfSplits))
        {
            return null;
        }

        double logTotal = SpecialFunctions.GammaLn(total + 1);
        double[] logShares = [.. shares.Select(s => Math.Log(s))];
        double limit = logTotal + counts.Zip(logShares, Term).Sum() + TieTolerance;
        return Math.Min(1, Listed(logTotal, (int)total, 0));

        double Listed(double logSoFar, int left, int arm)
        {
            if (arm == logShares.Length - 1)
            {
                double log = logSoFar + Term(left, logShares[arm]);
                return log <= limit ? Math.Exp(log) : 0;
            }

            double sum = 0;
            for (int count = 0; count <= left; count++)
            {
                sum += Listed(logSoFar + Term(count, logShares[arm]), left - count, arm + 1);
            }

            return sum;
        }
    }

    private static double Term(long count, double logShare) => (count * logShare) - SpecialFunctions.GammaLn(count + 1.0);

    /// <summary>ln of the number of ways to split the total over the arms.</summary>
    private static double LogSplits(double total, int arms) =>
        SpecialFunctions.GammaLn(total + arms) - SpecialFunctions.GammaLn(total + 1) - SpecialFunctions.GammaLn(arms);
}
