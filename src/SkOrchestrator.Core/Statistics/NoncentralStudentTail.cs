using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>
/// The upper tail of the noncentral t distribution: the normal tail averaged over the estimated standard deviation, by quadrature (Johnson, Kotz and
/// Balakrishnan 1995, chapter 31).
/// </summary>
internal static class NoncentralStudentTail
{
    private const int Panels = 64;
    private const double NegligibleLogDensity = -45;
    private const double LargestDeviation = 1000;
    private static readonly GaussLegendreRule Rule = new(-1, 1, 16);

    /// <summary>P(T &gt; t) with at least 2 degrees of freedom.</summary>
    public static double Upper(double t, double degreesOfFreedom, double noncentrality)
    {
        double shape = degreesOfFreedom - 1;
        double mode = Math.Sqrt(shape / degreesOfFreedom);
        double low = Bisection.Edge(0, -1, IsNegligible);
        double high = Bisection.Edge(0, LargestDeviation, IsNegligible);
        double half = (high - low) / Panels / 2;
        double mass = 0;
        double exceeding = 0;
        for (int panel = 0; panel < Panels; panel++)
        {
            double middle = low + (((2 * panel) + 1) * half);
            for (int node = 0; node < Rule.Order; node++)
            {
                double deviation = middle + (half * Rule.GetAbscissa(node));
                double density = Rule.GetWeight(node) * Math.Exp(LogDensity(deviation));
                mass += density;
                exceeding += density * NormalTail.Upper((t * mode * (1 + deviation)) - noncentrality);
            }
        }

        return Math.Clamp(exceeding / mass, 0, 1);

        bool IsNegligible(double deviation) => LogDensity(deviation) < NegligibleLogDensity;

        // of the estimated standard deviation, as relative deviation from its mode
        double LogDensity(double deviation) => shape * (NearOne.LogOnePlus(deviation) - deviation - (deviation * deviation / 2));
    }
}
