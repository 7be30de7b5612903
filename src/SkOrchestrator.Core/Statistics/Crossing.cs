namespace SkOrchestrator.Statistics;

/// <summary>
/// Finds where a continuous function changes its sign, in about ten steps: inverse quadratic interpolation where that is safe, halving elsewhere
/// (Chandrupatla 1997, A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function without using derivatives).
/// </summary>
internal static class Crossing
{
    /// <summary>The relative distance of two neighbouring doubles, or two of them.</summary>
    private const double Neighbours = 4e-16;
    private const double Tiny = 1e-300;
    private const int MaximumSteps = 200;

    /// <summary>The bound of an interval: where the excess over what it may be turns positive, going from inside outwards.</summary>
    /// <param name="inside">A point without excess.</param>
    /// <param name="outside">A point that may have some.</param>
    /// <param name="excess">The excess, at most 0 inside; where it touches 0 at <paramref name="inside"/> that is not the bound.</param>
    public static double Bound(double inside, double outside, Func<double, double> excess) =>
        excess(inside) < 0 && excess(outside) > 0 ? Between(inside, outside, excess) : Bisection.Edge(inside, outside, x => excess(x) > 0);

    /// <summary>The zero between two points with values of different signs.</summary>
    /// <param name="first">One point.</param>
    /// <param name="second">Another one.</param>
    /// <param name="function">The function.</param>
    public static double Between(double first, double second, Func<double, double> function)
    {
        (double a, double b) = (first, second);
        (double atA, double atB) = (function(a), function(b));
        double share = 0.5;
        double best = Math.Abs(atA) < Math.Abs(atB) ? a : b;
        for (int step = 0; step < MaximumSteps && atA != 0 && atB != 0; step++)
        {
            double middle = a + (share * (b - a));
            double atMiddle = function(middle);
            double c;
            double atC;
            if (atMiddle > 0 == atA > 0)
            {
                (c, atC) = (a, atA);
            }
            else
            {
                (c, atC, b, atB) = (b, atB, a, atA);
            }

            (a, atA) = (middle, atMiddle);
            best = Math.Abs(atA) < Math.Abs(atB) ? a : b;
            double smallest = ((Neighbours * Math.Abs(best)) + Tiny) / Math.Abs(b - a);
            if (smallest > 0.5)
            {
                break;
            }

            share = Math.Clamp(Interpolated(a, atA, b, atB, c, atC), smallest, 1 - smallest);
        }

        return best;
    }

    private static double Interpolated(double a, double atA, double b, double atB, double c, double atC)
    {
        double place = (a - b) / (c - b);
        double value = (atA - atB) / (atC - atB);
        return value * value < place && (1 - value) * (1 - value) < 1 - place
            ? (atA / (atB - atA) * (atC / (atB - atC))) + ((c - a) / (b - a) * (atA / (atC - atA)) * (atB / (atC - atB)))
            : 0.5;
    }
}
