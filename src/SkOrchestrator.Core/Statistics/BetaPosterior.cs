using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>
/// A beta posterior on the logit scale, where its density x^α (1 − x)^β is smooth and log-concave for all positive shapes: Jeffreys' prior without events
/// has no pole there. The density is taken relative to the mode, so that no difference of large log-gamma values occurs and shapes of 1e8 are as exact
/// as shapes of 10.
/// </summary>
internal sealed class BetaPosterior
{
    /// <summary>Panels end where the log density has dropped by k²/2, k = 1 … 12: standard deviations of a normal. Probabilities of 1e-31 are left out.</summary>
    private const int PanelsPerSide = 12;

    /// <summary>Above it e^s is so large that the other form of the logarithm is used.</summary>
    private const double FarRight = 36;

    private static readonly GaussLegendreRule Rule = new(-1, 1, 16);

    private readonly double _mode;
    private readonly double _smaller;
    private readonly double _larger;
    private readonly double[] _edges;

    /// <summary>The posterior of a rate.</summary>
    /// <param name="arm">Observed counts.</param>
    /// <param name="priorAlpha">Prior events, above 0.</param>
    /// <param name="priorBeta">Prior non-events, above 0.</param>
    public BetaPosterior(Proportion arm, double priorAlpha = 1, double priorBeta = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorAlpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorBeta);
        Alpha = priorAlpha + arm.Successes;
        Beta = priorBeta + arm.Failures;
        _mode = Math.Log(Alpha / Beta);
        _smaller = Math.Min(Alpha, Beta);
        _larger = Math.Max(Alpha, Beta);
        double[] right = [.. Side(1)];
        _edges = [.. Side(-1).Reverse(), _mode, .. right];
    }

    /// <summary>First shape.</summary>
    public double Alpha { get; }

    /// <summary>Second shape.</summary>
    public double Beta { get; }

    /// <summary>The posterior mean of the rate.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Ends of the panels to integrate over, as logits, ascending.</summary>
    public IReadOnlyList<double> Edges => _edges;

    /// <summary>The density of the logit, relative to the one at its mode.</summary>
    public double Density(double logit) => logit < _edges[0] || logit > _edges[^1] ? 0 : Math.Exp(LogDensity(logit - _mode));

    /// <summary>The equal-tailed credible interval of the rate.</summary>
    /// <param name="confidence">Its probability, between 0 and 1.</param>
    public Bounds Interval(double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(confidence, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        double tail = (1 - confidence) / 2;
        return new(Quantile(tail, _edges), Quantile(tail, [.. _edges.Reverse()]));
    }

    /// <summary>The rate with this probability on the side where the edges start.</summary>
    private double Quantile(double tail, double[] edges)
    {
        double[] masses = [.. edges.Zip(edges.Skip(1), Mass)];
        double target = tail * masses.Sum();
        double passed = 0;
        int panel = 0;
        while (passed + masses[panel] < target)
        {
            passed += masses[panel++];
        }

        double logit = Bisection.Edge(edges[panel], edges[panel + 1], to => passed + Mass(edges[panel], to) > target);
        return 1 / (1 + Math.Exp(-logit));
    }

    private double Mass(double from, double to)
    {
        double half = (to - from) / 2;
        double sum = 0;
        for (int node = 0; node < Rule.Order; node++)
        {
            sum += Rule.GetWeight(node) * Density(from + (half * (1 + Rule.GetAbscissa(node))));
        }

        return sum * Math.Abs(half);
    }

    /// <summary>Panel ends on one side of the mode, from the mode outwards.</summary>
    private IEnumerable<double> Side(int sign)
    {
        double inside = 0;
        double outside = sign * Math.Sqrt((1 / Alpha) + (1 / Beta));
        for (int k = 1; k <= PanelsPerSide; k++)
        {
            double level = -0.5 * k * k;
            while (LogDensity(outside) > level)
            {
                outside *= 2;
            }

            inside = Crossing.Between(inside, outside, s => LogDensity(s) - level);
            yield return _mode + inside;
        }
    }

    /// <summary>
    /// α s − (α + β) ln(1 + m (e^s − 1)) at distance s from the mode m = α/(α + β); by symmetry m is kept at most 1/2, so that the two terms do not
    /// cancel.
    /// </summary>
    private double LogDensity(double distance)
    {
        double s = Alpha <= Beta ? distance : -distance;
        double mode = _smaller / (_smaller + _larger);
        return s > FarRight
            ? (-_larger * s) - ((_smaller + _larger) * Math.Log(mode + ((1 - mode) * Math.Exp(-s))))
            : (_smaller * s) - ((_smaller + _larger) * NearOne.LogOnePlus(mode * NearOne.ExpMinusOne(s)));
    }
}
