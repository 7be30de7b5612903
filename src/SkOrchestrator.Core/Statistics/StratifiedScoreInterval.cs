namespace SkOrchestrator.Statistics;

/// <summary>
/// The stratified score interval for a difference of rates (Miettinen and Nurminen 1985) with Mantel–Haenszel weights. Every stratum's variance is taken at
/// the difference under test, so that few and even no events give honest bounds; with one stratum it is the unstratified interval.
/// </summary>
internal static class StratifiedScoreInterval
{
    /// <summary>The Mantel–Haenszel difference, treatment − control, with its interval; strata with an empty arm are left out.</summary>
    public static Estimated<EffectEstimate> Of(IReadOnlyCollection<Stratum> strata, double confidence)
    {
        Stratum[] used = [.. strata.Where(s => s.HasBothArms)];
        if (used.Length == 0)
        {
            return new NotEstimable("no segment has customers in both arms");
        }

        double total = used.Sum(Weight);
        double estimate = used.Sum(s => Weight(s) / total * (s.Treatment.Rate - s.Control.Rate));
        double z = NormalTail.CriticalValue(confidence);
        return new EffectEstimate(estimate, null, new Bounds(Crossing.Bound(estimate, -1, Excess), Crossing.Bound(estimate, 1, Excess)));

        double Excess(double difference)
        {
            double variance = used.Sum(s =>
                Weight(s) / total * (Weight(s) / total) * (s.Total / (s.Total - 1)) * MiettinenNurminenInterval.ConstrainedVariance(s, difference));
            return Math.Abs(estimate - difference) - (z * Math.Sqrt(variance));
        }
    }

    private static double Weight(Stratum s) => s.Control.Trials * (s.Treatment.Trials / s.Total);
}
