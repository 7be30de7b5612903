using Microsoft.Extensions.Logging;
using SkOrchestrator.Data.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Logging;
using SkOrchestrator.Runs;

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
        SaveSettings(context);

        Log.CustomersAssigned(
            experimentLogger, summary.Funnel.Assigned, summary.Funnel.HeldOut, summary.Funnel.Excluded.Values.Sum(), context.Design.Segments.Count);
        return Task.FromResult(context.Design.Segments.Count == 0
            ? StepOutcome.Partial(context.Segments.Count == 0 ? "nobody: no customer can be mailed" : "nobody: there is no approved control and treatment")
            : StepOutcome.Done($"{summary.Funnel.Assigned:N0} customers in {context.Design.Segments.Sum(s => s.Arms.Count)} groups of {context.Design.Segments.Count} segments"));
    }

    private static void SaveSettings(CampaignContext context)
    {
        var configuration = context.Configuration;
        RunSettingsFile.Write(context.Directory.Path, new RunSettings(
            configuration.Experiment,
            configuration.Brand.Name,
            AddressKey.Source,
            configuration.Brand.UnsubscribeUrl,
            context.Columns,
            configuration.Segmentation.MinimumGroup,
            AssignedHere: context.SentArms is null,
            context.PlanReview?.Deviations ?? []));
        context.Manifest = context.Manifest with { SettingsSha256 = FileHash.OfFile(Path.Combine(context.Directory.Path, RunSettingsFile.Name)) };
    }

    private AssignmentSummary Assign(CampaignContext context)
    {
        var experiment = context.Configuration.Experiment;
        if (context.SentArms is not { } mapping)
        {
            return context.Database.Assign(context.Design, experiment.Id, experiment.Seed, clock.GetUtcNow());
        }

        var sent = mapping.Arms.Select(a => a.Value).ToHashSet();
        var weights = experiment.Weights.ToDictionary(w => w.Key, w => sent.Contains(w.Key) ? w.Value : 0);
        foreach (var arm in experiment.Arms.Where(a => experiment.Weights.GetValueOrDefault(a.Id) > 0 && !sent.Contains(a.Id)))
        {
            context.Warn($"{arm.Id} ({arm.Tone}) has messages but nobody: {mapping.Column} names no such arm");
        }

        foreach (var (value, arm) in mapping.Arms.Where(a => weights.GetValueOrDefault(a.Value) == 0))
        {
            context.Warn($"'{value}' is {arm}, which experiment_config.yaml does not have: its customers leave with no_approved_variant");
        }

        context.Design = ExperimentPlanner.Plan([.. context.Segments.Select(s => s.SegmentId)], context.Approved, experiment with { Weights = weights });
        context.Manifest = context.Manifest with { Weights = weights.Where(w => w.Value > 0).ToDictionary(w => w.Key.Value, w => w.Value) };
        return context.Database.AssignFromColumn(context.Design, mapping, clock.GetUtcNow());
    }
}
