using Microsoft.Extensions.Logging;
using SkOrchestrator.Data.Assignment;
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

        var summary = Assign(context);
        context.Funnel = summary.Funnel;

        Log.CustomersAssigned(
            experimentLogger, summary.Funnel.Assigned, summary.Funnel.HeldOut, summary.Funnel.Excluded.Values.Sum(), context.Design.Segments.Count);
        return Task.FromResult(context.Design.Segments.Count == 0
            ? StepOutcome.Partial("nobody: there is no approved control and treatment")
            : StepOutcome.Done($"{summary.Funnel.Assigned:N0} customers in {context.Design.Segments.Sum(s => s.Arms.Count)} groups of {context.Design.Segments.Count} segments"));
    }

    private AssignmentSummary Assign(CampaignContext context)
    {
        var experiment = context.Configuration.Experiment;
        if (context.Request.ArmColumn is not { } column)
        {
            return context.Database.Assign(context.Design, experiment.Id, experiment.Seed, clock.GetUtcNow());
        }

        var mapping = context.Database.MapArms(column);
        context.Warn($"arms as sent, from {column}: " + string.Join(", ", mapping.Arms.Select(a => $"'{a.Key}' is {a.Value}")));
        var sent = mapping.Arms.Select(a => a.Value).ToHashSet();
        context.Design = ExperimentPlanner.Plan(
            [.. context.Segments.Select(s => s.SegmentId)], context.Approved, experiment with { Weights = Sent(experiment.Weights, sent) });
        return context.Database.AssignFromColumn(context.Design, mapping, clock.GetUtcNow());
    }

    /// <summary>The planned shares of the arms that were really sent.</summary>
    private static Dictionary<ArmId, double> Sent(IReadOnlyDictionary<ArmId, double> weights, HashSet<ArmId> sent) =>
        weights.ToDictionary(w => w.Key, w => sent.Contains(w.Key) ? w.Value : 0);
}
