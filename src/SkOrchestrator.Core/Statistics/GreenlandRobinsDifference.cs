namespace SkOrchestrator.Statistics;

/// <summary>The Mantel–Haenszel risk difference with the standard error of Greenland and Robins (1985), which needs few large strata; Sato's is sound with many small ones too.</summary>
internal static class GreenlandRobinsDifference
{
    /// <summary>The difference treatment − control.</summary>
    public static Estimated<EffectEstimate> Of(IReadOnlyCollection<Stratum> strata, double confidence)
    {
        if (!MantelHaenszel.Difference(strata, confidence).TryGet(out EffectEstimate? sato, out string? reason))
        {
            return new NotEstimable(reason);
        }

        double weight = 0;
        double variance = 0;
        foreach (Stratum s in strata.Where(s => s.HasBothArms))
        {
            double share = s.Control.Trials / s.Total * s.Treatment.Trials;
            weight += share;
            variance += share * share * ((s.Treatment.UnitVariance / s.Treatment.Trials) + (s.Control.UnitVariance / s.Control.Trials));
        }

        double error = Math.Sqrt(variance) / weight;
        double margin = NormalTail.CriticalValue(confidence) * error;
        return sato with { StandardError = error, Interval = error > 0 ? new Bounds(sato.Estimate - margin, sato.Estimate + margin) : null };
    }
}
