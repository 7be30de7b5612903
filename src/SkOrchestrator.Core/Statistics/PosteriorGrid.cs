using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>Common points for integrals over several posteriors, dense wherever one of them varies: no random numbers, the same result every time.</summary>
internal sealed class PosteriorGrid
{
    /// <summary>The logit as a function of the rate is resolved by panels of this width, between −40 and 40 (a rate of 4e-18).</summary>
    private const double WidestPanel = 2;
    private const int MostWidePanels = 20;

    private static readonly GaussLegendreRule Rule = new(-1, 1, 12);
    private static readonly GaussLegendreRule ShortRule = new(-1, 1, 5);

    private readonly double _end;

    /// <summary>Makes the points.</summary>
    public PosteriorGrid(IReadOnlyList<BetaPosterior> posteriors)
    {
        double low = posteriors.Min(p => p.Edges[0]);
        _end = posteriors.Max(p => p.Edges[^1]);
        IEnumerable<double> spaced = Enumerable.Range(-MostWidePanels, (2 * MostWidePanels) + 1).Select(i => i * WidestPanel).Where(t => t > low && t < _end);
        double[] edges = Thinned([.. posteriors.SelectMany(p => p.Edges).Concat(spaced).Distinct().Order()], posteriors);
        Start = low;
        Logits = new double[(edges.Length - 1) * Rule.Order];
        Weights = new double[Logits.Length];
        for (int i = 0; i < Logits.Length; i++)
        {
            (int panel, int node) = Math.DivRem(i, Rule.Order);
            double half = (edges[panel + 1] - edges[panel]) / 2;
            Logits[i] = edges[panel] + (half * (1 + Rule.GetAbscissa(node)));
            Weights[i] = half * Rule.GetWeight(node);
        }
    }

    /// <summary>The lower end.</summary>
    public double Start { get; }

    /// <summary>The points, as logits.</summary>
    public double[] Logits { get; }

    /// <summary>Integration weights of the points, for integrals over the logit.</summary>
    public double[] Weights { get; }

    /// <summary>Densities and both tails at the points. Each tail is a sum of positive parts from its own end, so that small ones keep all digits.</summary>
    public PosteriorValues Of(BetaPosterior posterior)
    {
        int count = Logits.Length;
        double[] between = new double[count + 1];
        for (int i = 0; i <= count; i++)
        {
            between[i] = Mass(posterior, i == 0 ? Start : Logits[i - 1], i == count ? _end : Logits[i]);
        }

        double total = between.Sum();
        double[] below = new double[count];
        double[] above = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += between[i];
            below[i] = sum / total;
        }

        sum = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            sum += between[i + 1];
            above[i] = sum / total;
        }

        return new([.. Logits.Select(t => posterior.Density(t) / total)], below, above);
    }

    /// <summary>The ends without those between panels that are together still no wider than the narrowest panel of a posterior there.</summary>
    private static double[] Thinned(double[] edges, IReadOnlyList<BetaPosterior> posteriors)
    {
        List<double> kept = [edges[0]];
        for (int i = 1; i + 1 < edges.Length; i++)
        {
            if (edges[i + 1] - kept[^1] > Narrowest(posteriors, kept[^1], edges[i + 1]))
            {
                kept.Add(edges[i]);
            }
        }

        return [.. kept, edges[^1]];
    }

    private static double Narrowest(IReadOnlyList<BetaPosterior> posteriors, double from, double to)
    {
        double narrowest = WidestPanel;
        foreach (IReadOnlyList<double> edges in posteriors.Select(p => p.Edges))
        {
            for (int i = 0; i + 1 < edges.Count && edges[i] < to; i++)
            {
                narrowest = edges[i + 1] > from ? Math.Min(narrowest, edges[i + 1] - edges[i]) : narrowest;
            }
        }

        return narrowest;
    }

    private static double Mass(BetaPosterior posterior, double from, double to)
    {
        if (to <= posterior.Edges[0] || from >= posterior.Edges[^1])
        {
            return 0;
        }

        double half = (to - from) / 2;
        double sum = 0;
        for (int node = 0; node < ShortRule.Order; node++)
        {
            sum += ShortRule.GetWeight(node) * posterior.Density(from + (half * (1 + ShortRule.GetAbscissa(node))));
        }

        return sum * half;
    }
}
