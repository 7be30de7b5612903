using SkOrchestrator.Data.Eligibility;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 2: whoever may not be mailed leaves, before anything random, each with one reason.</summary>
internal sealed class EligibleStep : ICampaignStep
{
    public IReadOnlyList<string> Names => ["eligible"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var experiment = context.Configuration.Experiment;
        var result = context.Database.Exclude(new EligibilityRules
        {
            ExperimentId = experiment.Id,
            Seed = experiment.Seed,
            SuppressionsPath = context.Request.Suppressions,
            ContactHistoryPath = context.Request.ContactHistory,
            Contact = experiment.Contact,
            Languages = context.Configuration.Brand.Languages,
            Countries = context.Configuration.Brand.Countries,
            SampleSize = experiment.SampleSize,
            HoldoutShare = experiment.HoldoutShare,
            SendAt = context.SendAt,
        });
        context.Funnel = result.Funnel;
        foreach (var note in result.Notes)
        {
            context.Warn(note);
        }

        var left = result.Funnel.Loaded - result.Funnel.Excluded.Values.Sum() - result.Funnel.HeldOut;
        var reasons = string.Join(", ", result.Funnel.Excluded.Where(e => e.Value > 0).Select(e => $"{e.Key} {e.Value:N0}"));
        return Task.FromResult(StepOutcome.Done(
            $"{left:N0} can be mailed" + (reasons.Length > 0 ? $"; left out: {reasons}" : string.Empty)
            + (result.Funnel.HeldOut > 0 ? $"; held out {result.Funnel.HeldOut:N0}" : string.Empty)));
    }
}
