namespace SkOrchestrator.Statistics;

/// <summary>Cochran's Q (1954) whether the risk difference is the same in all strata.</summary>
internal static class CochranQTest
{
    /// <summary>The test; not defined where the outcomes of a stratum do not vary.</summary>
    public static Estimated<TestResult> OfDifferences(IReadOnlyCollection<Stratum> strata) =>
        InverseVariance.Homogeneity(
            [.. strata.Where(s => s.HasBothArms).Select(s => (s.Treatment.Rate - s.Control.Rate, Math.Pow(UnpooledTest.StandardError(s), 2)))]);
}
