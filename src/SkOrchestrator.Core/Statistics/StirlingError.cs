using MathNet.Numerics;

namespace SkOrchestrator.Statistics;

/// <summary>
/// ln Γ(z + 1) minus Stirling's formula. Ratios of large factorials are computed from these small numbers instead of from differences of large
/// logarithms (Loader 2000).
/// </summary>
internal static class StirlingError
{
    private const double SeriesFrom = 15;
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>The error for z above 0.</summary>
    public static double Of(double z)
    {
        if (z < SeriesFrom)
        {
            return SpecialFunctions.GammaLn(z + 1) - ((z + 0.5) * Math.Log(z)) + z - HalfLogTwoPi;
        }

        double square = z * z;
        return ((1 / 12.0) - (((1 / 360.0) - (((1 / 1260.0) - (((1 / 1680.0) - (((1 / 1188.0) - (691 / 360360.0 / square)) / square)) / square)) / square)) / square)) / z;
    }
}
