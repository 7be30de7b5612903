using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>
/// Tails of the hypergeometric distribution in few steps, whatever the counts. The probability at the end of the tail comes from binomial ones (Loader 2000,
/// Fast and accurate computation of binomial probabilities) and the others from the ratio of neighbours. Where neighbours hardly differ the sum is an integral
/// with the corrections of Euler and Maclaurin.
/// </summary>
internal sealed class HypergeometricTail
{
    private const double Negligible = 1e-17;

    /// <summary>From this many terms in the bulk of a tail on, the next correction of Euler and Maclaurin is below 1e-11 of it.</summary>
    private const double LongTail = 200;

    private static readonly GaussLegendreRule Rule = new(-1, 1, 12);

    private readonly double _marked;
    private readonly double _others;
    private readonly double _drawn;
    private readonly double _share;

    /// <summary>Counts of marked units among those drawn without replacement.</summary>
    /// <param name="marked">Marked units, above 0.</param>
    /// <param name="others">Other units, above 0.</param>
    /// <param name="drawn">Units that are drawn; neither none nor all.</param>
    public HypergeometricTail(double marked, double others, double drawn)
    {
        _marked = marked;
        _others = others;
        _drawn = drawn;
        _share = drawn / (marked + others);
    }

    private double Mean => _marked * _share;

    /// <summary>P(count ≤ most). The smaller tail is the one that is summed, so that it keeps all digits.</summary>
    public double Lower(double most) =>
        most + 0.5 <= Mean ? Math.Min(1, Sum(most)) : Math.Max(0, 1 - new HypergeometricTail(_others, _marked, _drawn).Sum(_drawn - most - 1));

    private double Sum(double most)
    {
        double least = Math.Max(0, _drawn - _others);
        if (most < least)
        {
            return 0;
        }

        double deviation = Math.Sqrt(Mean * (1 - _share) * (_others / (_marked + _others)));
        double scale = deviation * deviation / (deviation + Math.Abs(Mean - most));
        return scale > LongTail && most - scale > least ? Integral(least, most, scale) : Terms(least, most);
    }

    private double Terms(double least, double most)
    {
        double term = Probability(most);
        double sum = term;
        for (double k = most; k > least && term > Negligible * sum; k--)
        {
            term *= Down(k);
            sum += term;
        }

        return sum;
    }

    private double Integral(double least, double most, double scale)
    {
        double end = Probability(most);
        double slope = ((end / Down(most + 1)) - (end * Down(most))) / 2;
        double sum = (end / 2) + (slope / 12);
        double panel = double.PositiveInfinity;
        for (double high = most; high > least && panel > Negligible * sum; high -= scale)
        {
            double half = Math.Min(scale, high - least) / 2;
            panel = 0;
            for (int node = 0; node < Rule.Order; node++)
            {
                panel += Rule.GetWeight(node) * half * Probability(high - (half * (1 + Rule.GetAbscissa(node))));
            }

            sum += panel;
        }

        return sum;
    }

    /// <summary>P(k − 1) / P(k).</summary>
    private double Down(double k) => k * (_others - _drawn + k) / ((_marked - k + 1) * (_drawn - k + 1));

    private double Probability(double k) => Math.Exp(
        LogBinomial(k, _marked, _share) + LogBinomial(_drawn - k, _others, _share) - LogBinomial(_drawn, _marked + _others, _share));

    /// <summary>ln of the binomial probability, also between whole counts.</summary>
    private static double LogBinomial(double count, double trials, double share)
    {
        double rest = trials - count;
        double deviance = -Deviance.Of(count, trials * share) - Deviance.Of(rest, trials * (1 - share));
        return count == 0 || rest == 0
            ? deviance
            : deviance + StirlingError.Of(trials) - StirlingError.Of(count) - StirlingError.Of(rest) +
                (0.5 * Math.Log(trials / (2 * Math.PI * count * rest)));
    }
}
