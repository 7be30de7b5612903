namespace SkOrchestrator.Statistics;

/// <summary>Simpson's reversal: the pooled counts point one way, the effect within strata the other way (Simpson 1951).</summary>
internal static class SignReversal
{
    /// <summary>Counts of all strata together; strata with an empty arm are left out.</summary>
    public static Stratum Crude(IEnumerable<Stratum> strata) =>
        strata.Where(s => s.HasBothArms).Aggregate(default(Stratum), (sum, s) => new(sum.Control + s.Control, sum.Treatment + s.Treatment));

    /// <summary>Whether the crude difference and the Mantel–Haenszel difference have opposite signs.</summary>
    public static bool Occurs(IReadOnlyCollection<Stratum> strata)
    {
        Stratum crude = Crude(strata);
        return MantelHaenszel.Difference(strata, 0.95).OrNull() is EffectEstimate within &&
            Math.Sign(crude.Treatment.Rate - crude.Control.Rate) * Math.Sign(within.Estimate) < 0;
    }
}
