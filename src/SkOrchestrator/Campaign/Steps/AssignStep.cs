using Microsoft.Extensions.Logging;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Logging;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 8: assigns customers to arms; only approved variants have any.</summary>
internal sealed class AssignStep(TimeProvider clock, ILogger experimentLogger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["assign"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var experiment = context.Configuration.Experiment;
        context.Design = ExperimentPlanner.Plan([.. context.Segments.Select(s => s.SegmentId)], context.Approved, experiment);
        foreach (var segment in context.Design.LeftOut)
        {
            context.Warn(context.Approved.Any(a => a.Variant.VariantId == VariantId.Control)
                ? $"{segment} has no approved treatment and leaves the experiment"
                : $"control was not approved, so {segment} has no experiment");
        }

        var summary = context.Request.ArmColumn is { } column && context.Manifest.EngagementSource == "historical"
            ? context.Database.AssignFromColumn(column, context.Design, clock.GetUtcNow())
            : context.Database.Assign(context.Design, experiment.Id, experiment.Seed, clock.GetUtcNow());
        context.Funnel = summary.Funnel;
        foreach (var note in summary.Notes)
        {
            context.Warn(note);
        }

        Log.CustomersAssigned(
            experimentLogger, summary.Funnel.Assigned, summary.Funnel.HeldOut, summary.Funnel.Excluded.Values.Sum(), context.Design.Segments.Count);
        return Task.FromResult(context.Design.Segments.Count == 0
            ? StepOutcome.Partial("nobody: there is no approved control and treatment")
            : StepOutcome.Done($"{summary.Funnel.Assigned:N0} customers in {context.Design.Segments.Sum(s => s.Arms.Count)} groups of {context.Design.Segments.Count} segments"));
    }
}
