namespace SkOrchestrator.Statistics;

/// <summary>Finds where a condition changes, to the last bit of a double.</summary>
internal static class Bisection
{
    private const int MaximumSteps = 200;

    /// <summary>The edge between <paramref name="inside"/>, where the condition is false, and <paramref name="outside"/>, where it may be true.</summary>
    public static double Edge(double inside, double outside, Func<double, bool> isOutside)
    {
        for (int step = 0; step < MaximumSteps; step++)
        {
            double middle = inside + ((outside - inside) / 2);
            if (middle == inside || middle == outside)
            {
                break;
            }

            if (isOutside(middle))
            {
                outside = middle;
            }
            else
            {
                inside = middle;
            }
        }

        return inside;
    }
}
