using System.Globalization;
using Microsoft.Extensions.Logging;
using SkOrchestrator.Content;
using SkOrchestrator.Logging;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Step 0: writes down what the run rests on, the locked plan included.</summary>
internal sealed class PlanStep(ILogger logger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["plan"];

    public Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var request = context.Request;
        var experiment = context.Configuration.Experiment;
        context.Manifest = context.Manifest with { Inputs = [.. InputsOf(context)] };
        Log.RunStarted(
            logger,
            request.Customers,
            request.Content,
            request.Provider,
            experiment.Seed,
            experiment.Id,
            [.. experiment.Arms.Select(a => a.Id.Value).Prepend("control")],
            experiment.Metrics,
            experiment.Alpha,
            context.Manifest.EngagementSource,
            EndpointsOf(context),
            context.SendAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        PlanOfRun.Keep(context);
        context.Database.AddDiagnostics(context.Content.Diagnostics);
        if (!request.SuppressionsGiven && request.Customers != RunRequest.DefaultCustomers)
        {
            context.Warn($"no --suppressions given: the sample list {RunRequest.DefaultSuppressions} was used, which knows nothing of your customers");
        }

        foreach (var (document, audience) in UnknownAudiences(context))
        {
            context.Warn($"{document} is for the audience '{audience}', which segmentation_config.yaml doesn't define: it is used for nobody");
        }

        var aside = context.Content.Diagnostics.Where(d => d.Action == "quarantined").DistinctBy(d => d.File).Count();
        var other = context.Content.Diagnostics.Count(d => d.Action != "quarantined");
        if (aside > 0)
        {
            context.Warn($"{aside} content file(s) were put aside and are not used; see diagnostics.csv");
        }

        if (other > 0)
        {
            context.Warn($"{other} remark(s) on content files that are used; see diagnostics.csv");
        }

        return Task.FromResult(StepOutcome.Done(
            $"{experiment.Arms.Count} treatments and control, {context.Content.Documents.Count} documents, seed {experiment.Seed}, provider {request.Provider}"));
    }

    private static IEnumerable<(string Document, string Audience)> UnknownAudiences(CampaignContext context) =>
        from document in context.Content.Documents
        where document.Status == ContentStatus.Approved
        from audience in document.Audience
        where !context.Configuration.Segmentation.Audiences.ContainsKey(audience)
        select (document.Id.Value, audience);

    private static IEnumerable<RunInput> InputsOf(CampaignContext context)
    {
        var request = context.Request;
        yield return new RunInput(request.Customers, FileHash.OfFile(request.Customers), null);
        yield return new RunInput(request.Suppressions, FileHash.OfFile(request.Suppressions), null);
        yield return new RunInput(request.Content, FileHash.OfFolder(request.Content), context.Content.Documents.Count);
        if (request.ContactHistory is { } history)
        {
            yield return new RunInput(history, FileHash.OfFile(history), null);
        }
    }

    /// <summary>The embedded providers have no endpoint; they are named all the same, so that a log says what answered.</summary>
    private static List<string> EndpointsOf(CampaignContext context) =>
        [$"writer: in-process ({context.Manifest.Writer})", "search: in-process (SQLite FTS5)", $"screen: in-process ({context.Manifest.Screen})"];
}
