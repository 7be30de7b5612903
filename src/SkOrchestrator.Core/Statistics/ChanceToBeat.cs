using MathNet.Numerics.Integration;

namespace SkOrchestrator.Statistics;

/// <summary>The posterior probability that one rate is above another, by quadrature: no random numbers, the same result every time.</summary>
internal static class ChanceToBeat
{
    private const int PanelsPerPosterior = 32;
    private static readonly GaussLegendreRule Rule = new(-1, 1, 12);
    private static readonly GaussLegendreRule ShortRule = new(-1, 1, 6);

    /// <summary>P(treatment &gt; control) with independent Beta(1, 1) priors.</summary>
    public static double Control(Stratum arms) => Of(new BetaPosterior(arms.Control), new BetaPosterior(arms.Treatment));

    /// <summary>P(second &gt; first): the integral of the second density times the first distribution function.</summary>
    public static double Of(BetaPosterior first, BetaPosterior second)
    {
        double[] edges = [.. Edges(first).Concat(Edges(second)).Distinct().Order()];
        double below = 0;
        double wins = 0;
        double secondMass = 0;
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            double half = (edges[i + 1] - edges[i]) / 2;
            double reached = edges[i];
            for (int node = 0; node < Rule.Order; node++)
            {
                double x = edges[i] + (half * (1 + Rule.GetAbscissa(node)));
                double density = Rule.GetWeight(node) * half * second.Density(x);
                below += Mass(first, reached, x);
                reached = x;
                secondMass += density;
                wins += density * below;
            }

            below += Mass(first, reached, edges[i + 1]);
        }

        return Math.Clamp(wins / (below * secondMass), 0, 1);
    }

    private static IEnumerable<double> Edges(BetaPosterior posterior) =>
        Enumerable.Range(0, PanelsPerPosterior + 1).Select(i => posterior.Low + ((posterior.High - posterior.Low) * i / PanelsPerPosterior));

    private static double Mass(BetaPosterior posterior, double from, double to)
    {
        if (to <= posterior.Low || from >= posterior.High)
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
