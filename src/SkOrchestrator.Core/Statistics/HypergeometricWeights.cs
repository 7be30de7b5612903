namespace SkOrchestrator.Statistics;

/// <summary>Probabilities of the treatment's successes with all margins fixed, relative to the most probable table.</summary>
internal sealed class HypergeometricWeights
{
    private const double NegligibleTerm = 1e-18;
    private const double SmallestNormal = 2.2250738585072014e-308;

    private readonly double _successes;
    private readonly double _treatmentTrials;
    private readonly double _controlTrials;
    private readonly long _low;
    private readonly long _high;
    private readonly long _mode;

    /// <summary>Fixes the margins.</summary>
    public HypergeometricWeights(Stratum arms)
    {
        _successes = arms.Successes;
        _treatmentTrials = arms.Treatment.Trials;
        _controlTrials = arms.Control.Trials;
        _low = Math.Max(0, arms.Treatment.Trials - (arms.Control.Failures + arms.Treatment.Failures));
        _high = Math.Min(arms.Control.Successes + arms.Treatment.Successes, arms.Treatment.Trials);
        _mode = Math.Clamp((long)Math.Floor((_treatmentTrials + 1) * (_successes + 1) / (arms.Total + 2)), _low, _high);
    }

    /// <summary>The weight of one table.</summary>
    public double WeightOf(long treatmentSuccesses) =>
        Side(treatmentSuccesses >= _mode).First(t => t.Successes == treatmentSuccesses || t.Weight == 0).Weight;

    /// <summary>All tables with a weight above 0, from the mode upwards and then downwards.</summary>
    public IEnumerable<(long Successes, double Weight)> Outwards() =>
        Side(upwards: true).Concat(Side(upwards: false).Skip(1)).Where(t => t.Weight > 0);

    /// <summary>ln of the weight of one table, however improbable.</summary>
    public double LogWeightOf(long treatmentSuccesses) => LogSide(treatmentSuccesses >= _mode).First(t => t.Successes == treatmentSuccesses).LogWeight;

    /// <summary>ln of the sum of all weights whose logarithm is not above a limit.</summary>
    public double LogTail(double limit)
    {
        double sum = 0;
        foreach (bool upwards in (bool[])[true, false])
        {
            foreach ((_, double log) in LogSide(upwards).SkipWhile(t => t.LogWeight > limit))
            {
                double term = Math.Exp(log - limit);
                sum += term;
                if (term < NegligibleTerm * sum)
                {
                    break;
                }
            }
        }

        return limit + Math.Log(sum);
    }

    private IEnumerable<(long Successes, double LogWeight)> LogSide(bool upwards)
    {
        double log = 0;
        for (long k = _mode; k >= _low && k <= _high; k += upwards ? 1 : -1)
        {
            yield return (k, log);
            log += upwards ? Math.Log(Next(k)) : -Math.Log(Next(k - 1));
        }
    }

    private IEnumerable<(long Successes, double Weight)> Side(bool upwards)
    {
        double weight = 1;
        for (long k = _mode; k >= _low && k <= _high; k += upwards ? 1 : -1)
        {
            yield return (k, weight);
            if (weight == 0)
            {
                yield break;
            }

            // below the normal range products of doubles round to themselves and would never come to an end
            weight = upwards ? weight * Next(k) : weight / Next(k - 1);
            weight = weight < SmallestNormal ? 0 : weight;
        }
    }

    /// <summary>P(k + 1) / P(k).</summary>
    private double Next(double k) => (_successes - k) * (_treatmentTrials - k) / ((k + 1) * (_controlTrials - _successes + k + 1));
}
