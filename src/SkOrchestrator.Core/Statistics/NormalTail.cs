using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>The standard normal distribution, by tails: 1 − CDF would lose every digit far out.</summary>
internal static class NormalTail
{
    private const double AsymptoticFrom = 30;
    private const int AsymptoticTerms = 10;

    /// <summary>P(Z &gt; z).</summary>
    public static double Upper(double z) => 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);

    /// <summary>P(|Z| &gt; |z|).</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>log10 of P(|Z| &gt; |z|), also where the probability is too small for a double (Abramowitz and Stegun 1964, 26.2.12).</summary>
    public static double Log10TwoSided(double z)
    {
        double size = Math.Abs(z);
        if (size < AsymptoticFrom)
        {
            return Math.Log10(TwoSided(size));
        }

        double sum = 1;
        double term = 1;
        for (int k = 1; k <= AsymptoticTerms; k++)
        {
            term *= -((2 * k) - 1) / (size * size);
            sum += term;
        }

        return ((-size * size / 2) + Math.Log(2 * sum / (size * Constants.Sqrt2Pi))) / Constants.Ln10;
    }

    /// <summary>The z that a two-sided interval at this level uses; 1.96 for 0.95.</summary>
    public static double CriticalValue(double confidence) => -Normal.InvCDF(0, 1, (1 - confidence) / 2);

    /// <summary>The z that is exceeded with probability <paramref name="tail"/>.</summary>
    public static double Quantile(double tail) => -Normal.InvCDF(0, 1, tail);

    /// <summary>The density at z.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Constants.Sqrt2Pi;
}
