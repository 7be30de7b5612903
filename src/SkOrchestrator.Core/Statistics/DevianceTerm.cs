using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>Parts of log likelihoods of counts without cancellation (Loader 2000, Fast and accurate computation of binomial probabilities).</summary>
internal static class DevianceTerm
{
    private const double Close = 0.1;
    private const double SmallArgument = 10;

    /// <summary>observed ln(observed / expected) − (observed − expected): never negative, and exact when both are huge and nearly equal.</summary>
    /// <param name="observed">Observed count, at least 0.</param>
    /// <param name="expected">Expected count, above 0 unless the observed one is 0.</param>
    public static double Of(double observed, double expected)
    {
        if (observed == 0)
        {
            return expected;
        }

        double difference = observed - expected;
        if (!(Math.Abs(difference) < Close * (observed + expected)))
        {
            return (observed * Math.Log(observed / expected)) - difference;
        }

        double ratio = difference / (observed + expected);
        double sum = difference * ratio;
        double power = 2 * observed * ratio;
        for (int j = 3; ; j += 2)
        {
            power *= ratio * ratio;
            double next = sum + (power / j);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }

    /// <summary>What Stirling's formula leaves out of ln Γ(z): ln Γ(z) − (z − 1/2) ln z + z − ln √(2π).</summary>
    public static double StirlingRemainder(double z)
    {
        if (z < SmallArgument)
        {
            return SpecialFunctions.GammaLn(z) - ((z - 0.5) * Math.Log(z)) + z - Constants.LogSqrt2Pi;
        }

        double square = 1 / (z * z);
        return ((1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square * (1.0 / 1188))))))))) / z;
    }
}
