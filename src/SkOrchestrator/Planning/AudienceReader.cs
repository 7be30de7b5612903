using SkOrchestrator.Campaign;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Planning;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Planning;

/// <summary>Takes the steps of a run up to the segments, then assigns as the run will when every message is approved.</summary>
internal static class AudienceReader
{
    public static async Task<Audience> ReadAsync(
        CampaignContext context, IReadOnlyList<ICampaignStep> steps, TimeProvider clock, CancellationToken cancellationToken)
    {
        await context.Display.ShowAsync(async () =>
        {
            foreach (var (index, step) in steps.Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                context.Display.StepStarted(index + 1, steps.Count, step.Names[0]);
                await step.RunAsync(context, cancellationToken);
            }
        });

        var experiment = context.Configuration.Experiment;
        var design = PlannedDesign.Of(context.Segments.Select(s => s.SegmentId), experiment);
        var assignment = context.Database.Assign(design, experiment.Id, experiment.Seed, clock.GetUtcNow());
        var labels = ReadLabels(context);
        return new Audience(
            assignment.Funnel,
            context.Segments,
            assignment.Counts,
            BaselineFinder.Find(experiment, BaselineColumns.Read(context.Database), labels, context.Columns, context.Warn),
            labels);
    }

    private static IReadOnlyList<CellSummary> ReadLabels(CampaignContext context)
    {
        if (!context.Columns.Any(c => c.Role == ColumnRole.Label && c.Metric is { } metric && Metric.All.Contains(metric)))
        {
            return [];
        }

        context.Database.ReadLabels(context.SendAt);
        return context.Database.Summarise(context.Database.LabelledMetrics(), context.Configuration.Experiment.Windows);
    }
}
