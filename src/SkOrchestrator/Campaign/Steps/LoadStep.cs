using Microsoft.Extensions.Logging;
using SkOrchestrator.Configuration;
using SkOrchestrator.Logging;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 1: loads the customer file.</summary>
internal sealed class LoadStep(ILogger logger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["load"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var result = context.Database.Load(context.Request.Customers, context.Configuration.Segmentation, context.Request.ArmColumn);
        var table = result.Table;
        context.Columns = table.Columns;
        context.Funnel = context.Funnel with { Rows = table.Rows, Rejected = table.Rejected, Loaded = table.Loaded };
        context.Manifest = context.Manifest with
        {
            Inputs = [.. context.Manifest.Inputs.Select(i => i.Path == context.Request.Customers ? i with { Rows = table.Rows } : i)],
        };
        foreach (var note in result.Notes)
        {
            context.Warn(note);
        }

        FindHistory(context);
        Log.DatasetLoaded(logger, table.Rows, table.Loaded, table.Rejected);
        return Task.FromResult(StepOutcome.Done(
            $"{table.Loaded:N0} customers" + (table.Rejected > 0 ? $", {table.Rejected:N0} rows rejected (diagnostics.csv)" : string.Empty)));
    }

    /// <summary>Looks for the arms and labels of a mail that was sent earlier, so that a wrong column stops the run before any message is written.</summary>
    private static void FindHistory(CampaignContext context)
    {
        var experiment = context.Configuration.Experiment;
        context.ObservedMetrics = experiment.Engagement == EngagementSource.Historical ? context.Database.LabelledMetrics() : experiment.Metrics;
        if (context.Request.ArmColumn is { } column)
        {
            context.SentArms = context.Database.MapArms(column);
            context.Warn($"arms as sent, from {column}: " + string.Join(", ", context.SentArms.Arms.Select(a => $"'{a.Key}' is {a.Value}"))
                + "; the planned shares are the weights of experiment_config.yaml");
        }
    }
}
