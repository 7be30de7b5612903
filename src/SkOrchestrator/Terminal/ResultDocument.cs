using SkOrchestrator.Analysis;
using SkOrchestrator.Campaign;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Terminal;

/// <summary>What <c>run --json</c> prints.</summary>
internal sealed record ResultDocument(
    string RunId,
    string Directory,
    string Status,
    int ExitCode,
    string EngagementSource,
    Funnel Funnel,
    IReadOnlyList<ResultDocumentSegment> Segments,
    string? PrimaryMetric,
    IReadOnlyList<Comparison> Comparisons,
    Decision? Decision,
    RunUsage Usage,
    string Report,
    IReadOnlyList<string> Warnings)
{
    public static ResultDocument Of(CampaignContext context, int exitCode) => new(
        context.Manifest.RunId,
        context.Directory.Path,
        context.Manifest.Status,
        exitCode,
        context.Manifest.EngagementSource,
        context.Funnel,
        [
            ResultDocumentSegment.Of(context.Variants, SegmentId.All, "control", context.Funnel.Assigned),
            .. context.Segments.Select(s => ResultDocumentSegment.Of(context.Variants, s.SegmentId, s.Label, s.Size)),
        ],
        context.Analysis?.PrimaryMetric,
        [.. context.Analysis?.Comparisons.Where(c => c.Metric == context.Analysis.PrimaryMetric) ?? []],
        context.Analysis?.Decision,
        context.Manifest.Usage,
        context.Directory.HtmlReport,
        context.Warnings);
}
