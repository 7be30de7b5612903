using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Analysis;

/// <summary>How often documents are cited in approved variants, and in those whose estimated lift of the primary metric is the best of their segment.</summary>
internal static class CitationTable
{
    /// <summary>One row per cited document, those of well-performing variants first.</summary>
    public static IReadOnlyList<CitationResult> Build(AnalysisInput input, IReadOnlyList<Comparison> comparisons)
    {
        HashSet<VariantId> winning = input.TestsTheMessages
            ? [.. input.Design.Segments.Select(s => Best(s, input.Experiment.Primary, comparisons)).OfType<VariantId>()]
            : [];
        var cited =
            from variant in input.Variants
            where variant.Status == VariantStatus.Approved
            from citation in variant.Citations.DistinctBy(c => c.DocumentId)
            group (variant.VariantId, citation.Title) by citation.DocumentId;
        return
        [
            .. cited.Select(d => new CitationResult(d.Key.Value, d.First().Title, d.Count(), d.Count(v => winning.Contains(v.VariantId))))
                .OrderByDescending(d => d.InWinningVariants)
                .ThenByDescending(d => d.Variants)
                .ThenBy(d => d.DocumentId, StringComparer.Ordinal),
        ];
    }

    private static VariantId? Best(SegmentArms segment, string primary, IReadOnlyList<Comparison> comparisons)
    {
        Comparison? best = comparisons
            .Where(c => c.Segment == segment.SegmentId.Value && c.Metric == primary && c.Arm != ArmId.AnyTreatment.Value && c.RelativeLiftPercent?.Estimate > 0)
            .MaxBy(c => c.RelativeLiftPercent!.Estimate);
        return best is null ? null : segment.Arms.First(a => a.Arm.Value == best.Arm).VariantId;
    }
}
