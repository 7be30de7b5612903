namespace SkOrchestrator.Statistics;

/// <summary>
/// The deviance of one count, x ln(x / m) + m − x, without cancellation where x and m are close (Loader 2000, "Fast and accurate computation of
/// binomial probabilities"). Twice the sum over cells is the G statistic.
/// </summary>
internal static class Deviance
{
    private const double SeriesReach = 0.1;

    /// <summary>The deviance of <paramref name="observed"/> from <paramref name="expected"/>, 0 or more; expected must be above 0.</summary>
    public static double Of(double observed, double expected)
    {
        double difference = observed - expected;
        if (observed == 0)
        {
            return expected;
        }

        if (!(Math.Abs(difference) < SeriesReach * (observed + expected)))
        {
            return (observed * Math.Log(observed / expected)) - difference;
        }

        double v = difference / (observed + expected);
        double sum = difference * v;
        double term = 2 * observed * v;
        for (int odd = 3; ; odd += 2)
        {
            term *= v * v;
            double next = sum + (term / odd);
            if (next == sum)
            {
                return sum;
            }

            sum = next;
        }
    }
}
