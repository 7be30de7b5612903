using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Compares a mean of a treatment with control's: Welch's t test in a segment, post-stratified by segment share over all.</summary>
internal sealed class MeanComparer(AnalysisTable table, double confidence) : IComparer
{
    /// <inheritdoc/>
    public Comparison InSegment(SegmentId segment, ArmId treatment, string metric) =>
        Filled(
            Comparisons.Empty(segment, treatment, metric),
            WelchTest.Of(Mean([segment], [ArmId.Control], metric), Mean([segment], [treatment], metric), confidence));

    /// <inheritdoc/>
    public Comparison Stratified(ArmId label, IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric)
    {
        List<SegmentId> used =
            [.. segments.Where(s => Mean([s], [ArmId.Control], metric).Count >= 2 && Mean([s], treatments, metric).Count >= 2)];
        WeightedMeans[] strata =
            [.. used.Select(s => new WeightedMeans(table.Assigned(s), Mean([s], [ArmId.Control], metric), Mean([s], treatments, metric)))];
        Estimated<MeanDifference> estimate = StratifiedMeans.Compare(strata, confidence);
        Comparison filled = Filled(
            Comparisons.Empty(SegmentId.All, label, metric) with { SegmentsIncluded = [.. used.Select(s => s.Value)] }, estimate);
        if (estimate.OrNull() is not MeanDifference stratified)
        {
            return filled;
        }

        double crude = Mean(used, treatments, metric).Mean - Mean(used, [ArmId.Control], metric).Mean;
        return filled with { Crude = Numbers.Finite(crude), Reversal = crude * stratified.Difference < 0 };
    }

    private Comparison Filled(Comparison comparison, Estimated<MeanDifference> estimate)
    {
        if (!estimate.TryGet(out MeanDifference? d, out string? whyNot))
        {
            return comparison with { NotEstimable = whyNot };
        }

        double critical = StudentTail.CriticalValue(confidence, d.Test.DegreesOfFreedom!.Value);
        Estimated<Bounds> lift = FiellerInterval.Of(d.ControlMean, d.ControlVariance, d.TreatmentMean, d.TreatmentVariance, critical);
        return Comparisons.WithTest(comparison, "welch_t", d.Test) with
        {
            AbsoluteDifference = Numbers.Around(d.Difference, d.Interval),
            RelativeLiftPercent = d.ControlMean == 0 ? null : Numbers.Around(d.Difference / d.ControlMean, lift.OrNull(), 100),
            NotEstimable = lift.WhyNot,
        };
    }

    private MeanSummary Mean(IEnumerable<SegmentId> segments, IReadOnlyCollection<ArmId> arms, string metric) => table.Mean(segments, arms, metric);
}
