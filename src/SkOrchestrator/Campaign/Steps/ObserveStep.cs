using Microsoft.Extensions.Logging;
using SkOrchestrator.Configuration;
using SkOrchestrator.Logging;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 9: engagement, from a declared simulation or from the labels of the customer file.</summary>
internal sealed class ObserveStep(ILogger experimentLogger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["observe"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var experiment = context.Configuration.Experiment;
        Log.EngagementObserved(experimentLogger, context.Manifest.EngagementSource);
        if (context.Design.Segments.Count == 0)
        {
            return Task.FromResult(StepOutcome.Skipped("nobody was assigned"));
        }

        switch (experiment.Engagement)
        {
            case EngagementSource.Simulated:
                context.Database.Simulate(experiment.Simulation, experiment.Windows, experiment.Seed, context.SendAt);
                return Task.FromResult(StepOutcome.Done("SIMULATED from the declared rate table; not a result about customers"));
            case EngagementSource.Historical:
                context.Database.ReadLabels(context.SendAt, context.SentArms?.ControlWasMailed ?? true);
                context.ArmsWereSent = context.SentArms is not null;
                return Task.FromResult(StepOutcome.Done(context.ArmsWereSent
                    ? $"historical labels, arms as sent ({context.SentArms!.Column})"
                    : "historical labels of one mail for all: an A/A check, no effect can be found"));
            default:
                return Task.FromResult(StepOutcome.Skipped("engagement: none"));
        }
    }
}
