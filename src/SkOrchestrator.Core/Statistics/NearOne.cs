namespace SkOrchestrator.Statistics;

/// <summary>
/// Logarithms of numbers close to 1, and powers close to 1, without cancellation (Kahan's forms, as in Higham 2002, Accuracy and stability of numerical
/// algorithms, 1.14). <see cref="double.LogP1"/> and <see cref="double.ExpM1"/> are plain log(1 + x) and exp(x) − 1.
/// </summary>
internal static class NearOne
{
    private const double Large = 0.5;

    /// <summary>ln(1 + x), to a few units in the last place.</summary>
    public static double LogOnePlus(double x)
    {
        double rounded = 1 + x;
        return rounded == 1 ? x : rounded is 0 or double.PositiveInfinity ? Math.Log(rounded) : Math.Log(rounded) * (x / (rounded - 1));
    }

    /// <summary>e^x − 1, to a few units in the last place.</summary>
    public static double ExpMinusOne(double x)
    {
        if (Math.Abs(x) > Large)
        {
            return Math.Exp(x) - 1;
        }

        double t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }
}
