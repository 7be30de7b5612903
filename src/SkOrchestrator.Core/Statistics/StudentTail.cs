using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Student's t distribution: the tail by the incomplete beta function (Abramowitz and Stegun 1964, 26.5.27), and where that loses digits by the normal
/// tail with the first two terms of Fisher's expansion (1925). Quantiles of many degrees of freedom by the expansion 26.7.5 of the same book.
/// </summary>
internal static class StudentTail
{
    private const double TailExpandedFrom = 3_000_000;
    private const double QuantileExpandedFrom = 200_000;

    /// <summary>P(|T| &gt; |t|).</summary>
    public static double TwoSided(double t, double degreesOfFreedom)
    {
        double size = Math.Abs(t);
        double square = size * size;
        if (double.IsInfinity(square))
        {
            return 0;
        }

        if (degreesOfFreedom <= TailExpandedFrom)
        {
            double total = degreesOfFreedom + square;
            return IncompleteBeta.Lower(degreesOfFreedom / total, square / total, degreesOfFreedom / 2, 0.5);
        }

        double first = size * (square + 1) / (4 * degreesOfFreedom);
        double second = size * ((((((3 * square) - 5) * square) - 7) * square) - 3) / (96 * degreesOfFreedom * degreesOfFreedom);
        return Math.Min(1, 2 * (NormalTail.Upper(size) + (NormalTail.Density(size) * (first + second))));
    }

    /// <summary>P(T &gt; t).</summary>
    public static double Upper(double t, double degreesOfFreedom)
    {
        double half = TwoSided(t, degreesOfFreedom) / 2;
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>The t that a two-sided interval at this level uses.</summary>
    public static double CriticalValue(double confidence, double degreesOfFreedom)
    {
        if (degreesOfFreedom <= QuantileExpandedFrom)
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
