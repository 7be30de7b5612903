namespace SkOrchestrator.Statistics;

/// <summary>The test of Woolf (1955) whether the odds ratio is the same in all strata; 1/2 is added to every cell of every stratum when any cell is empty.</summary>
internal static class WoolfHomogeneityTest
{
    /// <summary>The test; strata with an empty arm are left out.</summary>
    public static Estimated<TestResult> Of(IReadOnlyCollection<Stratum> strata)
    {
        List<Stratum> used = [.. strata.Where(s => s.HasBothArms)];
        double added = used.Exists(HasEmptyCell) ? 0.5 : 0;
        return InverseVariance.Homogeneity([.. used.Select(s => LogOdds(s, added))]);
    }

    private static (double Estimate, double Variance) LogOdds(Stratum s, double added)
    {
        EffectEstimate odds = WoolfInterval.Adjusted(s, added, 0.95);
        return (Math.Log(odds.Estimate), odds.StandardError!.Value * odds.StandardError.Value);
    }

    private static bool HasEmptyCell(Stratum s) =>
        s.Control.Successes == 0 || s.Control.Failures == 0 || s.Treatment.Successes == 0 || s.Treatment.Failures == 0;
}
