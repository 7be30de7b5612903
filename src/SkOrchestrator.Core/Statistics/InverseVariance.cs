namespace SkOrchestrator.Statistics;

/// <summary>Estimates of strata weighted by the inverse of their variances (Cochran 1954).</summary>
internal static class InverseVariance
{
    /// <summary>The chi-square test that all strata share one true value.</summary>
    public static Estimated<TestResult> Homogeneity(IReadOnlyCollection<(double Estimate, double Variance)> strata)
    {
        if (strata.Count < 2)
        {
            return new NotEstimable("fewer than two segments have customers in both arms");
        }

        if (strata.Any(s => !(s.Variance > 0)))
        {
            return new NotEstimable("in a segment the outcomes do not vary in either arm");
        }

        double common = strata.Sum(s => s.Estimate / s.Variance) / strata.Sum(s => 1 / s.Variance);
        double statistic = strata.Sum(s => (s.Estimate - common) * (s.Estimate - common) / s.Variance);
        int degrees = strata.Count - 1;
        return new TestResult(statistic, degrees, ChiSquareTail.Upper(statistic, degrees));
    }
}
