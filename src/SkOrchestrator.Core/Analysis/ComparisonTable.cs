using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>All comparisons with control: any treatment and each treatment over all segments, then each treatment in each segment.</summary>
internal sealed class ComparisonTable(AnalysisInput input, AnalysisTable table, double confidence)
{
    private readonly RateComparer _rates = new(table, confidence);
    private readonly MeanComparer _means = new(table, confidence);

    /// <summary>The comparisons, not corrected yet.</summary>
    /// <param name="whyNone">Why nothing can be estimated at all, or null.</param>
    public IReadOnlyList<Comparison> Build(string? whyNone) =>
        [.. Overall(whyNone).Concat(InSegments(whyNone))];

    private IEnumerable<Comparison> Overall(string? whyNone)
    {
        foreach (string metric in table.Metrics)
        {
            foreach (ArmId arm in table.Treatments.Prepend(ArmId.AnyTreatment))
            {
                IReadOnlyList<ArmId> treatments = arm == ArmId.AnyTreatment ? table.Treatments : [arm];
                if ((whyNone ?? table.WhyNotObserved(metric)) is string why)
                {
                    yield return Comparisons.Empty(SegmentId.All, arm, metric) with { NotEstimable = why };
                    continue;
                }

                Comparison comparison = For(metric).Stratified(arm, treatments, table.SegmentsWith(treatments), metric);
                yield return Declare(comparison with { PopulationShare = Share(comparison.SegmentsIncluded) }, treatments);
            }
        }
    }

    private IEnumerable<Comparison> InSegments(string? whyNone) =>
        from segment in table.Segments
        from metric in table.Metrics
        from share in table.Arms(segment)
        where !share.Arm.IsControl
        let why = whyNone ?? table.WhyNotObserved(metric)
        select why is null
            ? Declare(For(metric).InSegment(segment, share.Arm, metric), [share.Arm])
            : Comparisons.Empty(segment, share.Arm, metric) with { NotEstimable = why };

    private IComparer For(string metric) => Metric.IsNumeric(metric) ? _means : _rates;

    private double? Share(IReadOnlyList<string> included)
    {
        double all = table.Segments.Sum(s => (double)table.Assigned(s));
        return all == 0 ? null : table.Segments.Where(s => included.Contains(s.Value)).Sum(s => (double)table.Assigned(s)) / all;
    }

    private Comparison Declare(Comparison comparison, IReadOnlyList<ArmId> treatments)
    {
        if (input.Source != EngagementSource.Simulated)
        {
            return comparison;
        }

        SegmentId[] covered = [.. table.Segments.Where(s => s.Value == comparison.Segment || comparison.SegmentsIncluded.Contains(s.Value))];
        (ArmId, long)[] customers = [.. treatments.Select(t => (t, covered.Sum(s => table.Assigned(s, t))))];
        double? lift = Numbers.Finite(DeclaredLift.Of(input.Experiment.Simulation, customers, comparison.Metric));
        return comparison with
        {
            DeclaredLiftPercent = lift,
            CoversDeclaredLift = lift is double value && comparison.RelativeLiftPercent is { CiLow: double low, CiHigh: double high }
                ? low <= value && value <= high
                : null,
        };
    }
}
