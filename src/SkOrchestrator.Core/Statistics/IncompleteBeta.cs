namespace SkOrchestrator.Statistics;

/// <summary>
/// The regularized incomplete beta function by its continued fraction (Press et al. 2007, section 6.4), with Loader's (2000) form of the factor in
/// front. Shapes of 1e8 are as exact as shapes of 10.
/// </summary>
internal static class IncompleteBeta
{
    private const int MaximumTerms = 1_000_000;
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;

    /// <summary>I(x; a, b), the distribution function of Beta(a, b).</summary>
    /// <param name="x">Argument, 0 to 1.</param>
    /// <param name="complement">1 − x, given apart because it may be known more exactly.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static double Lower(double x, double complement, double a, double b)
    {
        if (x <= 0 || complement <= 0)
        {
            return x <= 0 ? 0 : 1;
        }

        return x > (a + 1) / (a + b + 2) ? 1 - Tail(complement, x, b, a) : Tail(x, complement, a, b);
    }

    private static double Tail(double x, double y, double a, double b)
    {
        double n = a + b;
        double exponent = StirlingError.Of(n) - StirlingError.Of(a) - StirlingError.Of(b) - Deviance.Of(a, n * x) - Deviance.Of(b, n * y);
        double density = Math.Sqrt(a * b / (2 * Math.PI * n)) * Math.Exp(exponent);
        return Math.Min(1, density / a * ContinuedFraction(x, a, b));
    }

    /// <summary>Lentz's method.</summary>
    private static double ContinuedFraction(double x, double a, double b)
    {
        double c = 1;
        double d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        double result = d;
        for (int m = 1; m <= MaximumTerms; m++)
        {
            Step(m * (b - m) * x / ((a + (2.0 * m) - 1) * (a + (2.0 * m))));
            double change = Step(-(a + m) * (a + b + m) * x / ((a + (2.0 * m)) * (a + (2.0 * m) + 1)));
            if (Math.Abs(change - 1) <= Precision)
            {
                break;
            }
        }

        return result;

        double Step(double coefficient)
        {
            d = 1 / NotZero(1 + (coefficient * d));
            c = NotZero(1 + (coefficient / c));
            result *= d * c;
            return d * c;
        }
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
