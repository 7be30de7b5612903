namespace SkOrchestrator.Statistics;

/// <summary>Means compared over strata with fixed weights (post-stratification), degrees of freedom by Welch and Satterthwaite. One stratum is Welch's t test.</summary>
internal static class StratifiedMeans
{
    /// <summary>The comparison; strata with fewer than 2 customers in an arm are left out, and the weights of the others add up to 1 again.</summary>
    public static Estimated<MeanDifference> Compare(IReadOnlyCollection<WeightedMeans> strata, double confidence)
    {
        List<WeightedMeans> used = Used(strata);
        if (used.Count == 0)
        {
            return new NotEstimable("no segment has at least 2 customers in both arms");
        }

        double total = used.Sum(s => s.Weight);
        double controlVariance = used.Sum(s => Square(s.Weight / total) * s.Control.MeanVariance);
        double treatmentVariance = used.Sum(s => Square(s.Weight / total) * s.Treatment.MeanVariance);
        double variance = controlVariance + treatmentVariance;
        if (!(variance > 0) || !double.IsFinite(variance))
        {
            return new NotEstimable("the values do not vary in either arm");
        }

        double controlMean = used.Sum(s => s.Weight / total * s.Control.Mean);
        double treatmentMean = used.Sum(s => s.Weight / total * s.Treatment.Mean);
        double degrees = 1 / used.Sum(s =>
            DegreesShare(s.Weight / total, s.Control, variance) + DegreesShare(s.Weight / total, s.Treatment, variance));
        double error = Math.Sqrt(variance);
        double t = (treatmentMean - controlMean) / error;
        double margin = StudentTail.CriticalValue(confidence, degrees) * error;
        double difference = treatmentMean - controlMean;
        return new MeanDifference(
            controlMean,
            treatmentMean,
            controlVariance,
            treatmentVariance,
            error,
            new TestResult(t, degrees, StudentTail.TwoSided(t, degrees)),
            new Bounds(difference - margin, difference + margin));
    }

    /// <summary>The difference where no value varies within an arm of a stratum, so that it is known and can't be tested; null elsewhere.</summary>
    public static double? Constant(IReadOnlyCollection<WeightedMeans> strata)
    {
        List<WeightedMeans> used = Used(strata);
        double total = used.Sum(s => s.Weight);
        return used.Count > 0 && used.TrueForAll(s => s.Control.Variance == 0 && s.Treatment.Variance == 0)
            ? used.Sum(s => s.Weight / total * (s.Treatment.Mean - s.Control.Mean))
            : null;
    }

    private static List<WeightedMeans> Used(IReadOnlyCollection<WeightedMeans> strata) =>
        [.. strata.Where(s => s.Weight > 0 && s.Control.Count >= 2 && s.Treatment.Count >= 2)];

    private static double DegreesShare(double weight, MeanSummary arm, double variance) =>
        Square(Square(weight) * arm.MeanVariance / variance) / (arm.Count - 1);

    private static double Square(double x) => x * x;
}
