namespace SkOrchestrator.Statistics;

/// <summary>The posterior probability that one rate is above another, by quadrature.</summary>
internal static class ChanceToBeat
{
    /// <summary>P(treatment &gt; control) with independent Beta(1, 1) priors.</summary>
    public static double Control(Stratum arms) => Of(new BetaPosterior(arms.Control), new BetaPosterior(arms.Treatment));

    /// <summary>P(second &gt; first).</summary>
    public static double Of(BetaPosterior first, BetaPosterior second) => ChanceToBeBest.Of([first, second])[1];
}
