using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The same questions over all segments answered another way, beside the main results and not instead of them: with less variance (CUPED), with every
/// segment at its share of the customers (post-stratified), with extreme values cut (winsorised).
/// </summary>
internal sealed class AdjustedTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;

    /// <summary>The rows, each for any treatment and for every treatment.</summary>
    /// <param name="whyNone">Why nothing can be estimated at all, or null.</param>
    public IReadOnlyList<AdjustedResult> Build(string? whyNone)
    {
        if (whyNone is not null)
        {
            return [];
        }

        string[] metrics = [.. table.Metrics.Where(m => table.WhyNotObserved(m) is null)];
        return
        [
            .. new CupedTable(input, table).Build(metrics),
            .. metrics.Where(m => !table.IsNumeric(m)).SelectMany(m => Arms().Select(a => PostStratified(m, a.Label, a.Treatments))).OfType<AdjustedResult>(),
            .. new WinsorisedMetrics(input).All.Where(w => metrics.Contains(w.Metric)).SelectMany(w => Arms().Select(a => Winsorised(w, a.Label, a.Treatments))),
        ];
    }

    private IEnumerable<(ArmId Label, IReadOnlyList<ArmId> Treatments)> Arms() =>
        table.Treatments.Select(t => (t, (IReadOnlyList<ArmId>)[t])).Prepend((ArmId.AnyTreatment, table.Treatments));

    /// <summary>Nothing where only one segment has both arms: it would be the same estimate again.</summary>
    private AdjustedResult? PostStratified(string metric, ArmId label, IReadOnlyList<ArmId> treatments)
    {
        (double, Stratum)[] strata =
            [.. table.Segments.Select(s => ((double)table.Assigned(s), table.Arms(s, treatments, metric))).Where(s => s.Item2.HasBothArms)];
        if (strata.Length < 2 || !PostStratifiedDifference.Of(strata, _confidence).TryGet(out EffectEstimate? estimate, out _))
        {
            return null;
        }

        return new(
            metric,
            label.Value,
            "post_stratified",
            Numbers.Around(estimate.Estimate, estimate.Interval),
            estimate.StandardError is double error ? Numbers.Finite(NormalTail.TwoSided(estimate.Estimate / error)) : null)
        {
            NotEstimable = estimate.StandardError is null ? "in no segment do some customers have the event and others not" : null,
        };
    }

    private AdjustedResult Winsorised((string Metric, string Capped, double Cap) metric, ArmId label, IReadOnlyList<ArmId> treatments)
    {
        Comparison capped = new MeanComparer(table, _confidence).Stratified(label, treatments, table.SegmentsWith(treatments), metric.Capped);
        return new(metric.Metric, label.Value, "winsorised", capped.AbsoluteDifference, capped.PValue)
        {
            Cap = metric.Cap,
            NotEstimable = capped.AbsoluteDifference?.CiLow is null ? capped.NotEstimable : null,
        };
    }
}
