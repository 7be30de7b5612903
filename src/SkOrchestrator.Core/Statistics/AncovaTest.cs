namespace SkOrchestrator.Statistics;

/// <summary>Analysis of covariance (Fisher 1932): least squares of y on arm and x with one slope within arms and one residual variance.</summary>
internal static class AncovaTest
{
    private const double ResidualPrecision = 1e-14;

    /// <summary>The adjusted effect of one treatment.</summary>
    /// <param name="control">Control; x is the covariate.</param>
    /// <param name="treatment">Treatment.</param>
    /// <param name="confidence">Level, between 0 and 1.</param>
    /// <param name="others">Further arms, which share slope and residual variance.</param>
    public static Estimated<AncovaResult> Of(PairedSummary control, PairedSummary treatment, double confidence, params IReadOnlyCollection<PairedSummary> others)
    {
        List<PairedSummary> arms = [control, treatment, .. others.Where(a => a.Count > 0)];
        double degrees = arms.Sum(a => (double)a.Count) - arms.Count - 1;
        if (control.Count == 0 || treatment.Count == 0 || degrees < 1)
        {
            return new NotEstimable("an arm has no customers, or there are too few");
        }

        double squaresX = arms.Sum(a => a.SquaresX);
        double squaresY = arms.Sum(a => a.SquaresY);
        if (!(squaresX > 0))
        {
            return new NotEstimable("the covariate does not vary within the arms");
        }

        double slope = arms.Sum(a => a.Products) / squaresX;
        double residual = squaresY - (slope * arms.Sum(a => a.Products));
        if (!(residual > ResidualPrecision * squaresY))
        {
            return new NotEstimable("the covariate explains everything, no variance is left");
        }

        double gap = treatment.MeanX - control.MeanX;
        double effect = treatment.MeanY - control.MeanY - (slope * gap);
        double error = Math.Sqrt(residual / degrees * ((1.0 / control.Count) + (1.0 / treatment.Count) + (gap * gap / squaresX)));
        double t = effect / error;
        double margin = StudentTail.CriticalValue(confidence, degrees) * error;
        return new AncovaResult(
            slope, effect, error, new TestResult(t, degrees, StudentTail.TwoSided(t, degrees)), new Bounds(effect - margin, effect + margin));
    }
}
