namespace SkOrchestrator.Statistics;

/// <summary>The posterior probability that one rate is above another.</summary>
internal static class ChanceToBeat
{
    /// <summary>
    /// P(treatment &gt; control) with independent Beta(1, 1) priors, without any integral (Altham 1969): a Beta(x + 1, n − x + 1) rate is the smallest but x
    /// of n + 1 uniform numbers, so the treatment's is the larger one exactly if at most its x of the numbers of both arms come first in order.
    /// </summary>
    public static double Control(Stratum arms) =>
        new HypergeometricTail(arms.Treatment.Trials + 1.0, arms.Control.Trials + 1.0, arms.Successes + 1).Lower(arms.Treatment.Successes);

    /// <summary>P(second &gt; first), by quadrature.</summary>
    public static double Of(BetaPosterior first, BetaPosterior second) => ChanceToBeBest.Of([first, second])[1];
}
