namespace SkOrchestrator.Statistics;

/// <summary>The posterior probability that a rate is the highest of all.</summary>
internal static class ChanceToBeBest
{
    /// <summary>
    /// By posterior: the integral of its density times the distribution functions of the others (Scott 2010, A modern Bayesian look at the multi-armed
    /// bandit; there by simulation). They add up to 1.
    /// </summary>
    public static IReadOnlyList<double> Of(IReadOnlyList<BetaPosterior> posteriors)
    {
        var grid = new PosteriorGrid(posteriors);
        return Of(grid, [.. posteriors.Select(grid.Of)]);
    }

    /// <summary>The same for posteriors that are known at the points of a grid.</summary>
    public static IReadOnlyList<double> Of(PosteriorGrid grid, PosteriorValues[] values)
    {
        double[] chances = new double[values.Length];
        for (int arm = 0; arm < values.Length; arm++)
        {
            for (int i = 0; i < grid.Weights.Length; i++)
            {
                double best = grid.Weights[i] * values[arm].Density[i];
                for (int other = 0; other < values.Length && best > 0; other++)
                {
                    best *= other == arm ? 1 : values[other].Below[i];
                }

                chances[arm] += best;
            }

            chances[arm] = Math.Min(1, chances[arm]);
        }

        return chances;
    }
}
