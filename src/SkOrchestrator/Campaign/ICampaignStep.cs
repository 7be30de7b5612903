namespace SkOrchestrator.Campaign;

/// <summary>One step of a campaign. Steps hold the sequence only; the rules are in the projects they call.</summary>
internal interface ICampaignStep
{
    /// <summary>The names the step has in <c>run.json</c>; more than one where one conversation does the work of several.</summary>
    IReadOnlyList<string> Names { get; }

    Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken);
}
