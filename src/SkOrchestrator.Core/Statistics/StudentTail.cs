using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Student's t distribution. Above a million degrees of freedom the incomplete beta function loses digits, so the normal tail with its first two
/// correction terms is used (Abramowitz and Stegun 26.7.5 for quantiles; Fisher's expansion for the tail).
/// </summary>
internal static class StudentTail
{
    private const double LargeDegreesOfFreedom = 200_000;

    /// <summary>P(|T| &gt; |t|).</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        double size = Math.Abs(t);
        if (degreesOfFreedom <= LargeDegreesOfFreedom)
        {
            return Math.Min(1, 2 * StudentT.CDF(0, 1, degreesOfFreedom, -size));
        }

        double square = size * size;
        double first = size * (square + 1) / (4 * degreesOfFreedom);
        double second = size * ((((((3 * square) - 5) * square) - 7) * square) - 3) / (96 * degreesOfFreedom * degreesOfFreedom);
        return Math.Min(1, 2 * (NormalTail.Upper(size) + (NormalTail.Density(size) * (first + second))));
    }

    /// <summary>The t that a two-sided interval at this level uses.</summary>
    public static double CriticalValue(double confidence, double degreesOfFreedom)
    {
        if (degreesOfFreedom <= LargeDegreesOfFreedom)
        {
            return -StudentT.InvCDF(0, 1, degreesOfFreedom, (1 - confidence) / 2);
        }

        double z = NormalTail.CriticalValue(confidence);
        double square = z * z;
        double first = z * (square + 1) / (4 * degreesOfFreedom);
        double second = z * ((((5 * square) + 16) * square) + 3) / (96 * degreesOfFreedom * degreesOfFreedom);
        return z + first + second;
    }
}
