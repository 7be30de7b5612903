namespace SkOrchestrator.Statistics;

/// <summary>
/// What a choice is expected to cost in rate if another arm is truly better (Stucchio 2015, Bayesian A/B testing at VWO): E max(other − chosen, 0).
/// </summary>
internal static class ExpectedLoss
{
    /// <summary>The loss of choosing one of two.</summary>
    /// <param name="chosen">The posterior of the arm that is chosen.</param>
    /// <param name="other">The posterior of the arm that is not.</param>
    public static double Of(BetaPosterior chosen, BetaPosterior other) => AgainstBest([chosen, other])[0];

    /// <summary>
    /// By posterior: E max of all − E of this one, as the integral over the rate of P(this one is below) × P(some other is above), which has no differences
    /// of nearly equal numbers.
    /// </summary>
    public static IReadOnlyList<double> AgainstBest(IReadOnlyList<BetaPosterior> posteriors)
    {
        var grid = new PosteriorGrid(posteriors);
        return AgainstBest(grid, [.. posteriors.Select(grid.Of)]);
    }

    /// <summary>The same for posteriors that are known at the points of a grid.</summary>
    public static IReadOnlyList<double> AgainstBest(PosteriorGrid grid, PosteriorValues[] values)
    {
        double[] losses = new double[values.Length];
        for (int i = 0; i < grid.Weights.Length; i++)
        {
            double tail = Math.Exp(-Math.Abs(grid.Logits[i]));
            double width = grid.Weights[i] * tail / ((1 + tail) * (1 + tail));
            for (int arm = 0; arm < values.Length; arm++)
            {
                losses[arm] += width * values[arm].Below[i] * SomeOtherAbove(values, arm, i);
            }
        }

        return losses;
    }

    private static double SomeOtherAbove(PosteriorValues[] values, int arm, int i)
    {
        double any = 0;
        for (int other = 0; other < values.Length; other++)
        {
            any += other == arm ? 0 : values[other].Above[i] * (1 - any);
        }

        return any;
    }
}
