using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>The standard normal distribution, by tails: 1 − CDF would lose every digit far out.</summary>
internal static class NormalTail
{
    /// <summary>P(Z &gt; z).</summary>
    public static double Upper(double z) => 0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2);

    /// <summary>P(|Z| &gt; |z|).</summary>
    public static double TwoSided(double z) => SpecialFunctions.Erfc(Math.Abs(z) / Constants.Sqrt2);

    /// <summary>The z that a two-sided interval at this level uses; 1.96 for 0.95.</summary>
    public static double CriticalValue(double confidence) => -Normal.InvCDF(0, 1, (1 - confidence) / 2);

    /// <summary>The z that is exceeded with probability <paramref name="tail"/>.</summary>
    public static double Quantile(double tail) => -Normal.InvCDF(0, 1, tail);

    /// <summary>The density at z.</summary>
    public static double Density(double z) => Math.Exp(-0.5 * z * z) / Constants.Sqrt2Pi;
}
