using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// All comparisons with control in one breakdown: any treatment and each treatment over all segments, and each treatment in each segment. Where only one
/// segment has both arms there is nothing to stratify over, and the methods for two arms are used, because they are better in small samples.
/// </summary>
internal sealed class ComparisonTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;
    private readonly RateComparer _rates = new(table, 1 - input.Experiment.Alpha);
    private readonly MeanComparer _means = new(table, 1 - input.Experiment.Alpha);

    /// <summary>Any treatment and each treatment over all segments, not corrected yet.</summary>
    /// <param name="whyNone">Why nothing can be estimated at all, or null.</param>
    public IReadOnlyList<Comparison> Overall(string? whyNone) => [.. table.Metrics.SelectMany(m => Overall(m, whyNone ?? table.WhyNotObserved(m)))];

    /// <summary>Each treatment in each segment, not corrected yet; nothing where the only segment is everybody.</summary>
    /// <param name="whyNone">Why nothing can be estimated at all, or null.</param>
    public IReadOnlyList<Comparison> InSegments(string? whyNone) =>
    [
        .. from segment in table.Segments
           where segment != SegmentId.All
           from metric in table.Metrics
           from share in table.Arms(segment)
           where share.Arm != table.Control
           let why = whyNone ?? table.WhyNotObserved(metric)
           select why is null
               ? Declare(For(metric).InSegment(segment, share.Arm, [share.Arm], metric), [share.Arm])
               : Comparisons.Empty(segment, share.Arm, metric) with { NotEstimable = why },
    ];

    private IEnumerable<Comparison> Overall(string metric, string? whyNone)
    {
        if (whyNone is not null)
        {
            return table.Treatments.Prepend(ArmId.AnyTreatment).Select(arm => Comparisons.Empty(SegmentId.All, arm, metric) with { NotEstimable = whyNone });
        }

        Comparison[] treatments = [.. table.Treatments.Select(arm => Overall(arm, [arm], metric))];
        int family = treatments.Count(c => c.AbsoluteDifference?.CiLow is not null);
        return treatments.Select(c => Simultaneous(c, family)).Prepend(Overall(ArmId.AnyTreatment, table.Treatments, metric));
    }

    private Comparison Overall(ArmId label, IReadOnlyList<ArmId> treatments, string metric)
    {
        IReadOnlyList<SegmentId> planned = table.SegmentsWith(treatments);
        IReadOnlyList<SegmentId> used = For(metric).Informative(treatments, planned, metric);
        SegmentId? only = used.Count == 1 ? used[0] : planned.Count == 1 ? planned[0] : null;
        Comparison comparison = only is SegmentId segment
            ? For(metric).InSegment(segment, label, treatments, metric) with { Segment = SegmentId.All.Value, SegmentsIncluded = [.. used.Select(s => s.Value)] }
            : For(metric).Stratified(label, treatments, planned, metric);
        return Declare(comparison with { PopulationShare = table.Share(used) }, treatments);
    }

    private Comparison Simultaneous(Comparison comparison, int family)
    {
        if (comparison.AbsoluteDifference?.CiLow is null)
        {
            return comparison;
        }

        ArmId arm = ArmId.From(comparison.Arm);
        return comparison with
        {
            SimultaneousDifference = For(comparison.Metric).Difference(
                [arm], [.. comparison.SegmentsIncluded.Select(SegmentId.From)], comparison.Metric, SimultaneousLevel.Of(_confidence, family)),
        };
    }

    private IComparer For(string metric) => table.IsNumeric(metric) ? _means : _rates;

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
