using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Segments get different messages only when the effect really differs.</summary>
internal sealed class SegmentDifferenceRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        var tested = facts.Analysis.Heterogeneity.Where(h => h.Metric == facts.Primary && h.PValueAdjusted is not null).ToList();
        if (facts.IsSimulated || facts.IsOpen || !facts.MayBeRead || tested.Count == 0)
        {
            return null;
        }

        var different = tested.Where(h => SegmentLiftSection.Differs(facts, h) == true).ToList();
        return different.Count > 0
            ? new("Test the segments that differ",
                $"The effect differs between {string.Join("; ", different.GroupBy(SegmentLiftSection.By, StringComparer.Ordinal).Select(g => $"{g.Key} ({ReportNumber.PIs(g.Min(h => h.PValueAdjusted))})"))}. " +
                "Confirm it in a new experiment in those segments before choosing messages per segment.")
            : new("Do not choose winners per segment", $"There is no sign that the effect differs between segments ({ReportNumber.PIs(tested.Min(h => h.PValueAdjusted))}).");
    }
}
