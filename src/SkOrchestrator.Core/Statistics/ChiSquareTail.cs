using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>The upper tail of the chi-square distribution, computed directly.</summary>
internal static class ChiSquareTail
{
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
        return double.IsNaN(tail) ? 0 : Math.Clamp(tail, 0, 1);
    }
}
