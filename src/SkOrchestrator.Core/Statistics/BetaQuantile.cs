namespace SkOrchestrator.Statistics;

/// <summary>Quantiles of the beta distribution, by halving down to neighbouring doubles.</summary>
internal static class BetaQuantile
{
    /// <summary>The x with P(X ≤ x) = <paramref name="tail"/>.</summary>
    public static double Lower(double tail, double a, double b) => Bisection.Edge(0, 1, x => IncompleteBeta.Lower(x, 1 - x, a, b) > tail);

    /// <summary>The x with P(X &gt; x) = <paramref name="tail"/>.</summary>
    public static double Upper(double tail, double a, double b) => Bisection.Edge(0, 1, x => IncompleteBeta.Lower(1 - x, x, b, a) < tail);
}
