using Microsoft.Extensions.Logging;
using SkOrchestrator.Agents;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Logging;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 10: estimates from summaries, and the experiment agent's words about them.</summary>
internal sealed class AnalyseStep(CampaignAgents agents, ILogger experimentLogger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["analyse"];

    public async Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var experiment = context.Configuration.Experiment;
        var assigned = context.Design.Segments.Count > 0;
        var observed = assigned && experiment.Engagement != EngagementSource.None;
        var metrics = experiment.Metrics.Where(context.ObservedMetrics.Contains).ToList();
        var ratios = observed && metrics.Contains(Metric.OpenRate) && metrics.Contains(Metric.ClickRate) ? new[] { RatioMetric.ClickToOpen } : [];
        var analysis = ExperimentAnalyzer.Analyze(new AnalysisInput
        {
            Experiment = experiment,
            Source = experiment.Engagement,
            ArmsWereSent = context.ArmsWereSent,
            Design = context.Design,
            Plan = context.PlanReview,
            SentMails = SentMails(context.SentArms),
            NotObserved = experiment.Metrics.Except(metrics).ToDictionary(m => m, m => $"the customer file has no label column for {m}"),
            Cells = assigned ? context.Database.Summarise(metrics, experiment.Windows) : [],
            FeatureTable = observed ? context.Database.CountPatterns(context.Columns, metrics, context.Configuration.Segmentation.MinimumGroup) : FeatureTable.Empty,
            Ratios = ratios,
            RatioCells = [.. ratios.SelectMany(context.Database.RatioCells)],
            Covariates = observed && experiment.Engagement == EngagementSource.Historical ? context.Database.Covariates(Baselines(context, metrics)) : [],
            Variants = [.. context.Variants.Where(v => v.Status == VariantStatus.Approved)],
        });
        context.Analysis = analysis;
        context.Narration = await agents.NarrateAsync(analysis, context.Segments, cancellationToken);
        AnalysisFiles.Write(analysis, context.Directory.Path);
        Log.ExperimentAnalysed(experimentLogger, analysis.Decision.Status, analysis.Comparisons.Count, analysis.SampleRatio.PValue);
        foreach (var warning in analysis.Notes.Where(n => n.StartsWith("Warning:", StringComparison.Ordinal)))
        {
            Log.Warned(experimentLogger, warning);
        }

        return StepOutcome.Done($"{analysis.Decision.Status.Replace('_', ' ')}; {analysis.Comparisons.Count(c => c.NotEstimable is null)} comparisons estimated");
    }

    private static Dictionary<string, string> Baselines(CampaignContext context, List<string> metrics) => context.Columns
        .Where(c => c.Role == ColumnRole.Baseline && c.Metric is not null && metrics.Contains(c.Metric))
        .GroupBy(c => c.Metric!).ToDictionary(g => g.Key, g => g.First().Column);

    private static Dictionary<ArmId, string> SentMails(ArmColumnMapping? mapping) =>
        mapping is null || mapping.NamesArms ? [] : mapping.Arms.ToDictionary(a => a.Value, a => a.Key);
}
