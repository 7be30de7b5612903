using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Differences adjusted for a covariate that was known before sending (CUPED; Deng, Xu, Kohavi and Walker 2013). One slope over all arms, from what varies
/// within segments, because that is where customers are compared; segments are weighted by their share of the assigned customers.
/// </summary>
internal sealed class CupedTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;

    /// <summary>One row per metric, covariate and treatment, any treatment first.</summary>
    /// <param name="metrics">The metrics that were observed.</param>
    public IEnumerable<AdjustedResult> Build(IReadOnlyCollection<string> metrics) =>
        from pair in input.Covariates.Where(c => metrics.Contains(c.First) && table.Has(c.SegmentId, c.Arm)).GroupBy(c => (c.First, c.Second))
        let cells = pair.GroupBy(c => (c.SegmentId, c.Arm)).ToDictionary(g => g.Key, g => g.Select(PairedCells.Summary).Aggregate((a, b) => a + b))
        from row in Rows(pair.Key.First, pair.Key.Second, cells)
        select row;

    private IEnumerable<AdjustedResult> Rows(string metric, string covariate, Dictionary<(SegmentId Segment, ArmId Arm), PairedSummary> cells)
    {
        CupedAdjustment adjustment = CupedAdjustment.Over(cells.GroupBy(c => c.Key.Segment)
            .Select(segment => segment.Select(c => c.Value).Aggregate((a, b) => a + b) with { MeanX = 0, MeanY = 0 }));
        return table.Treatments.Prepend(ArmId.AnyTreatment)
            .Select(arm => Row(metric, arm, arm == ArmId.AnyTreatment ? table.Treatments : [arm], cells, adjustment) with { Covariate = covariate });
    }

    private AdjustedResult Row(
        string metric, ArmId label, IReadOnlyList<ArmId> treatments, Dictionary<(SegmentId Segment, ArmId Arm), PairedSummary> cells, CupedAdjustment adjustment)
    {
        var none = new AdjustedResult(metric, label.Value, "cuped", null, null);
        if (adjustment.Theta == 0)
        {
            return none with { NotEstimable = "the covariate does not go with the metric at all, so there is nothing to adjust for" };
        }

        (double Weight, PairedSummary Control, PairedSummary Treatment)[] strata =
            [.. table.Segments.Select(s => ((double)table.Assigned(s), Of(s, [table.Control]), Of(s, treatments)))];
        Estimated<MeanDifference> plain = StratifiedMeans.Compare([.. strata.Select(s => new WeightedMeans(s.Weight, s.Control.Y, s.Treatment.Y))], _confidence);
        Estimated<MeanDifference> adjusted = StratifiedMeans.Compare(
            [.. strata.Select(s => new WeightedMeans(s.Weight, adjustment.Adjust(s.Control), adjustment.Adjust(s.Treatment)))], _confidence);
        if (!adjusted.TryGet(out MeanDifference? d, out string? whyNot))
        {
            return none with { Theta = Numbers.Finite(adjustment.Theta), NotEstimable = whyNot };
        }

        double? ratio = plain.OrNull() is MeanDifference p ? d.StandardError / p.StandardError : null;
        return none with
        {
            AbsoluteDifference = Numbers.Around(d.Difference, d.Interval),
            PValue = Numbers.PValue(d.Test.PValue),
            Theta = Numbers.Finite(adjustment.Theta),
            VarianceRatio = Numbers.Finite(ratio * ratio),
        };

        PairedSummary Of(SegmentId segment, IReadOnlyList<ArmId> arms) =>
            arms.Aggregate(default(PairedSummary), (sum, arm) => sum + cells.GetValueOrDefault((segment, arm)));
    }
}
