namespace SkOrchestrator.Statistics;

/// <summary>Probabilities of the treatment's successes with all margins fixed, relative to the most probable table.</summary>
internal sealed class HypergeometricWeights
{
    private readonly double successes;
    private readonly double treatmentTrials;
    private readonly double controlTrials;
    private readonly long low;
    private readonly long high;
    private readonly long mode;

    /// <summary>Fixes the margins.</summary>
    public HypergeometricWeights(Stratum arms)
    {
        successes = arms.Successes;
        treatmentTrials = arms.Treatment.Trials;
        controlTrials = arms.Control.Trials;
        low = Math.Max(0, arms.Treatment.Trials - (arms.Control.Failures + arms.Treatment.Failures));
        high = Math.Min(arms.Control.Successes + arms.Treatment.Successes, arms.Treatment.Trials);
        mode = Math.Clamp((long)Math.Floor((treatmentTrials + 1) * (successes + 1) / (arms.Total + 2)), low, high);
    }

    /// <summary>The weight of one table.</summary>
    public double WeightOf(long treatmentSuccesses) =>
        Side(treatmentSuccesses >= mode).First(t => t.Successes == treatmentSuccesses || t.Weight == 0).Weight;

    /// <summary>All tables with a weight above 0, from the mode upwards and then downwards.</summary>
    public IEnumerable<(long Successes, double Weight)> Outwards() =>
        Side(upwards: true).Concat(Side(upwards: false).Skip(1)).Where(t => t.Weight > 0);

    private IEnumerable<(long Successes, double Weight)> Side(bool upwards)
    {
        double weight = 1;
        for (long k = mode; k >= low && k <= high; k += upwards ? 1 : -1)
        {
            yield return (k, weight);
            if (weight == 0)
            {
                yield break;
            }

            weight = upwards ? weight * Next(k) : weight / Next(k - 1);
        }
    }

    /// <summary>P(k + 1) / P(k).</summary>
    private double Next(double k) => (successes - k) * (treatmentTrials - k) / ((k + 1) * (controlTrials - successes + k + 1));
}
