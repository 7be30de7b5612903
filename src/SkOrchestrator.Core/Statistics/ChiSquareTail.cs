using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>The upper tail of the chi-square distribution, computed directly.</summary>
internal static class ChiSquareTail
{
    private const double SmallestPlain = 1e-290;
    private const int MaximumTerms = 100_000;
    private const double Precision = 1e-16;

    /// <summary>P(X &gt; x).</summary>
    public static double Upper(double x, double degreesOfFreedom)
    {
        if (x <= 0)
        {
            return 1;
        }

        if (degreesOfFreedom == 1)
        {
            return NormalTail.TwoSided(Math.Sqrt(x));
        }

        double tail = SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2, x / 2);
        return double.IsNaN(tail) ? Math.Exp(LogFarUpper(x, degreesOfFreedom)) : Math.Clamp(tail, 0, 1);
    }

    /// <summary>log10 of P(X &gt; x), also where the probability is too small for a double.</summary>
    public static double Log10Upper(double x, double degreesOfFreedom)
    {
        if (degreesOfFreedom == 1)
        {
            return NormalTail.Log10TwoSided(Math.Sqrt(Math.Max(0, x)));
        }

        double tail = Upper(x, degreesOfFreedom);
        return tail > SmallestPlain ? Math.Log10(tail) : LogFarUpper(x, degreesOfFreedom) / Constants.Ln10;
    }

    /// <summary>ln of the tail far out, by Legendre's continued fraction (Abramowitz and Stegun 1964, 6.5.31) with Lentz's method.</summary>
    private static double LogFarUpper(double x, double degreesOfFreedom)
    {
        double a = degreesOfFreedom / 2;
        double half = x / 2;
        double b = half + 1 - a;
        double c = double.MaxValue;
        double d = 1 / b;
        double fraction = d;
        for (int i = 1; i < MaximumTerms; i++)
        {
            double coefficient = -i * (i - a);
            b += 2;
            d = 1 / (b + (coefficient * d));
            c = b + (coefficient / c);
            fraction *= c * d;
            if (Math.Abs((c * d) - 1) < Precision)
            {
                break;
            }
        }

        return (a * Math.Log(half)) - half - SpecialFunctions.GammaLn(a) + Math.Log(fraction);
    }
}
