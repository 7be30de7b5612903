using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Compares a mean of a treatment with control's: Welch's t test in a segment, post-stratified by segment share over all.</summary>
internal sealed class MeanComparer(AnalysisTable table, double confidence) : IComparer
{
    /// <inheritdoc/>
    public Comparison InSegment(SegmentId segment, ArmId label, IReadOnlyCollection<ArmId> treatments, string metric)
    {
        WeightedMeans[] only = [new(1, Mean([segment], [table.Control], metric), Mean([segment], treatments, metric))];
        return Filled(Comparisons.Empty(segment, label, metric), WelchTest.Of(only[0].Control, only[0].Treatment, confidence), StratifiedMeans.Constant(only));
    }

    /// <inheritdoc/>
    public Comparison Stratified(ArmId label, IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric)
    {
        IReadOnlyList<SegmentId> used = Informative(treatments, segments, metric);
        WeightedMeans[] strata = Strata(treatments, used, metric);
        Estimated<MeanDifference> estimate = StratifiedMeans.Compare(strata, confidence);
        Comparison filled = Filled(
            Comparisons.Empty(SegmentId.All, label, metric) with { SegmentsIncluded = [.. used.Select(s => s.Value)] }, estimate, StratifiedMeans.Constant(strata));
        if (estimate.OrNull() is not MeanDifference stratified)
        {
            return filled;
        }

        double crude = Mean(used, treatments, metric).Mean - Mean(used, [table.Control], metric).Mean;
        return filled with { Crude = Numbers.Finite(crude), Reversal = crude * stratified.Difference < 0 };
    }

    /// <inheritdoc/>
    public IReadOnlyList<SegmentId> Informative(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric) =>
        [.. segments.Where(s => Mean([s], [table.Control], metric).Count >= 2 && Mean([s], treatments, metric).Count >= 2)];

    /// <inheritdoc/>
    public Interval? Difference(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> informative, string metric, double confidence) =>
        StratifiedMeans.Compare(Strata(treatments, informative, metric), confidence).OrNull() is MeanDifference d ? Numbers.Around(d.Difference, d.Interval) : null;

    /// <summary>The means in informative segments, weighted by their share of the assigned customers.</summary>
    private WeightedMeans[] Strata(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> used, string metric) =>
        [.. used.Select(s => new WeightedMeans(table.Assigned(s), Mean([s], [table.Control], metric), Mean([s], treatments, metric)))];

    /// <summary>The comparison with its estimates, or with the difference alone where no value varies.</summary>
    private Comparison Filled(Comparison comparison, Estimated<MeanDifference> estimate, double? constant)
    {
        if (!estimate.TryGet(out MeanDifference? d, out string? whyNot))
        {
            return comparison with { NotEstimable = whyNot, AbsoluteDifference = constant is double exact ? Numbers.Around(exact, null) : null };
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
