using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What the campaign as a whole did: everybody who was mailed, control included, against the customers who were mailed nothing, stratified over segments.
/// Only numbers that need no mail, conversions and revenue, can be compared.
/// </summary>
internal static class HoldoutTable
{
    private static readonly ArmId Mailed = new("mailed");

    /// <summary>One row per number; empty without a holdout.</summary>
    /// <param name="input">The analysis.</param>
    /// <param name="maySignify">Whether a result may be called significant at all.</param>
    public static IReadOnlyList<Comparison> Build(AnalysisInput input, bool maySignify)
    {
        if (input.HoldoutCells.Count == 0)
        {
            return [];
        }

        ArmId holdout = input.HoldoutCells[0].Arm;
        string[] metrics = [.. input.Experiment.Metrics.Intersect(input.HoldoutCells.Select(c => c.Metric)).Except(input.NotObserved.Keys)];
        if (metrics.Length == 0)
        {
            return [];
        }

        AnalysisInput whole = input with
        {
            Experiment = input.Experiment with { Primary = metrics[0], Metrics = metrics, Arms = [] },
            Control = holdout,
            Design = new([.. input.Design.Segments.Select(s => new SegmentArms(s.SegmentId, [new(holdout, VariantId.Control, 0.5), new(Mailed, VariantId.Control, 0.5)]))], []),
            Cells = [.. input.HoldoutCells, .. input.Cells.Where(c => metrics.Contains(c.Metric)).Select(c => c with { Arm = Mailed })],
        };
        IEnumerable<Comparison> compared = new ComparisonTable(whole, new AnalysisTable(whole)).Overall(null).Where(c => c.Arm == Mailed.Value);
        return new ComparisonCorrection(CorrectionMethod.None, input.Experiment.Alpha).Apply([.. compared], maySignify);
    }
}
