using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>
/// The score process of a test without effect, stopped when it leaves the bounds at a look: the recursion of Armitage, McPherson and Rowe (1969), integrated
/// numerically as by Jennison and Turnbull (2000, ch. 19), with Gauss–Legendre panels of one standard deviation of the step.
/// </summary>
internal sealed class StoppedBrownianMotion
{
    /// <summary>Steps longer than this many standard deviations have probability 1e-33.</summary>
    private const double LongestStep = 12;

    private static readonly GaussLegendreRule Rule = new(-1, 1, 12);

    private double[] _scores = [0];
    private double[] _weights = [1];
    private double _information;
    private double _deviation;
    private double _nextDeviation;

    /// <summary>Moves to the next look.</summary>
    /// <param name="information">Information at that look.</param>
    /// <param name="next">Information at the look after it, or null when it is the last.</param>
    public void Advance(double information, double? next)
    {
        _deviation = Math.Sqrt(information - _information);
        _nextDeviation = next is double after ? Math.Sqrt(after - information) : double.PositiveInfinity;
        _information = information;
    }

    /// <summary>P(not stopped before and |z| above the bound at this look).</summary>
    public double ExitProbability(double bound)
    {
        double edge = bound * Math.Sqrt(_information);
        double sum = 0;
        for (int i = 0; i < _scores.Length; i++)
        {
            sum += _weights[i] * (NormalTail.Upper((edge - _scores[i]) / _deviation) + NormalTail.Upper((edge + _scores[i]) / _deviation));
        }

        return sum;
    }

    /// <summary>Goes on only from |z| up to the bound.</summary>
    public void StopBeyond(double bound)
    {
        if (double.IsInfinity(_nextDeviation))
        {
            return;
        }

        double edge = bound * Math.Sqrt(_information);
        int panels = Math.Max(1, (int)Math.Ceiling(2 * edge / Math.Min(_deviation, _nextDeviation)));
        double half = edge / panels;
        double[] scores = new double[panels * Rule.Order];
        double[] weights = new double[scores.Length];
        int first = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            (int panel, int node) = Math.DivRem(i, Rule.Order);
            scores[i] = -edge + (half * ((2 * panel) + 1 + Rule.GetAbscissa(node)));
            while (first < _scores.Length && _scores[first] < scores[i] - (LongestStep * _deviation))
            {
                first++;
            }

            double density = 0;
            for (int j = first; j < _scores.Length && _scores[j] <= scores[i] + (LongestStep * _deviation); j++)
            {
                density += _weights[j] * NormalTail.Density((scores[i] - _scores[j]) / _deviation);
            }

            weights[i] = half * Rule.GetWeight(node) * density / _deviation;
        }

        _scores = scores;
        _weights = weights;
    }
}
