namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Segments get different messages only when the effect really differs.</summary>
internal sealed class SegmentDifferenceRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var overall = facts.Analysis.Heterogeneity.Where(h => h.Metric == facts.Primary && (h.PValueAdjusted ?? h.PValue) is not null).ToList();
        if (facts.IsSimulated || overall.Count == 0)
        {
            return null;
        }

        var smallest = overall.Min(h => h.PValueAdjusted ?? h.PValue)!.Value;
        return smallest < facts.Analysis.Alpha
            ? new("Test the segments that differ", $"The effect differs between segments ({ReportNumber.PIs(smallest)}). " +
                "Confirm it in a new experiment in those segments before choosing messages per segment.")
            : new("Do not choose winners per segment", $"There is no sign that the effect differs between segments ({ReportNumber.PIs(smallest)}).");
    }
}
