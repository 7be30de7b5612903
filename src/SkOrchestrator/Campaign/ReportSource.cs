using SkOrchestrator.Reporting;

namespace SkOrchestrator.Campaign;

/// <summary>Hands the run over to the report.</summary>
internal static class ReportSource
{
    public static ReportInput Of(CampaignContext context) => new()
    {
        Run = context.Manifest,
        Brand = context.Configuration.Brand,
        Segments = context.Segments,
        Variants = context.Variants,
        Verdicts = context.Verdicts,
        Analysis = context.Analysis ?? throw new InvalidOperationException("the report needs the analysis"),
        Narration = context.Narration,
        Warnings = context.Warnings,
        Windows = context.Configuration.Experiment.Windows,
        DiagnosticCount = context.Funnel.Rejected + context.Content.Diagnostics.Count,
    };
}
