using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Ratios of sums by arm over all segments, with the recipient as the unit (delta method; Deng, Knoblich and Lu 2018). Descriptive: the denominator comes
/// after the mail, so a difference is no effect of it.
/// </summary>
internal sealed class RatioTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;

    /// <summary>One row per ratio and arm, control first.</summary>
    /// <param name="whyNone">Why nothing can be estimated at all, or null.</param>
    public IReadOnlyList<RatioResult> Build(string? whyNone) => whyNone is not null ? [] : [.. input.Ratios.SelectMany(Of)];

    private IEnumerable<RatioResult> Of(RatioMetric ratio)
    {
        var arms = input.RatioCells.Where(c => c.First == ratio.Numerator && c.Second == ratio.Denominator && table.Has(c.SegmentId, c.Arm))
            .GroupBy(c => c.Arm).ToDictionary(g => g.Key, g => g.Select(PairedCells.Summary).Aggregate((a, b) => a + b));
        PairedSummary control = arms.GetValueOrDefault(table.Control);
        return table.Treatments.Prepend(table.Control).Select(arm => Row(ratio, arm, arms.GetValueOrDefault(arm), arm == table.Control ? null : control));
    }

    private RatioResult Row(RatioMetric ratio, ArmId arm, PairedSummary counts, PairedSummary? control)
    {
        if (Statistics.RatioMetric.PerCustomer(counts) is not MeanSummary own)
        {
            return new(ratio.Name, arm.Value, null, null) { NotEstimable = counts.Count == 0 ? "the arm has no customers" : $"nobody has {ratio.Denominator}" };
        }

        Estimated<MeanDifference>? compared = control is PairedSummary c ? Statistics.RatioMetric.Compare(c, counts, _confidence) : null;
        return new(ratio.Name, arm.Value, Numbers.Finite(own.Mean), compared?.OrNull() is MeanDifference d ? Numbers.Around(d.Difference, d.Interval) : null)
        {
            NotEstimable = compared?.WhyNot,
        };
    }
}
