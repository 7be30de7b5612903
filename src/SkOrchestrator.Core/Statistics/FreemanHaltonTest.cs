using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>Fisher's exact test for any number of arms (Freeman and Halton 1951), for tables that are small enough to be listed.</summary>
internal static class FreemanHaltonTest
{
    private const double TieTolerance = 1e-7;
    private const double LargestNumberOfTables = 500_000;

    /// <summary>The probability of all tables with the same margins that are not more probable than the observed one.</summary>
    public static Estimated<TestResult> Of(IReadOnlyList<Proportion> arms)
    {
        if (OmnibusTest.Undefined(arms) is NotEstimable missing)
        {
            return missing;
        }

        double successes = arms.Sum(a => (double)a.Successes);
        double failures = arms.Sum(a => (double)a.Failures);
        double rarer = Math.Min(successes, failures);
        if (LogTables(rarer, arms.Count) > Math.Log(LargestNumberOfTables))
        {
            return new NotEstimable("the table is too large for the exact test");
        }

        long[] trials = [.. arms.Select(a => a.Trials)];
        long[] observed = [.. arms.Select(a => successes <= failures ? a.Successes : a.Failures)];
        double logTotal = LogChoose(successes + failures, rarer);
        double limit = trials.Zip(observed, (n, x) => LogChoose(n, x)).Sum() - logTotal + TieTolerance;
        return new TestResult(null, null, Math.Min(1, Listed(-logTotal, (long)rarer, 0)));

        double Listed(double logSoFar, long left, int arm)
        {
            if (arm == trials.Length - 1)
            {
                double log = left > trials[arm] ? double.PositiveInfinity : logSoFar + LogChoose(trials[arm], left);
                return log <= limit ? Math.Exp(log) : 0;
            }

            double sum = 0;
            for (long count = 0; count <= Math.Min(left, trials[arm]); count++)
            {
                sum += Listed(logSoFar + LogChoose(trials[arm], count), left - count, arm + 1);
            }

            return sum;
        }
    }

    /// <summary>ln of the binomial coefficient, by Stirling differences, so that large arms cost no digits.</summary>
    private static double LogChoose(double n, double k)
    {
        double rest = n - k;
        return k == 0 || rest == 0
            ? 0
            : (0.5 * Math.Log(n / (2 * Math.PI * k * rest))) + (k * Math.Log(n / k)) - (rest * NearOne.LogOnePlus(-k / n)) +
                StirlingError.Of(n) - StirlingError.Of(k) - StirlingError.Of(rest);
    }

    /// <summary>ln of the number of ways to spread the events over the arms.</summary>
    private static double LogTables(double events, int arms) => SpecialFunctions.BinomialLn((int)Math.Min(int.MaxValue, events + arms - 1), arms - 1);
}
