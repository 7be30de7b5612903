using Microsoft.Extensions.Logging.Abstractions;
using SkOrchestrator.Agents;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Campaign;
using SkOrchestrator.Campaign.Steps;
using SkOrchestrator.Commands;
using SkOrchestrator.Configuration;
using SkOrchestrator.Content;
using SkOrchestrator.Data;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Data.Content;
using SkOrchestrator.Runs;
using SkOrchestrator.Terminal;

namespace SkOrchestrator.Planning;

/// <summary>Plans a run: takes its first steps in a folder that goes away again, and asks no model.</summary>
internal sealed class PlanHost(PlanRequest request, OutputSettings output, TimeProvider clock)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var run = request.Run;
        InputCheck.Require(run, request.Backtest);

        var configuration = RequestOverrides.Apply(ConfigurationLoader.Load(run.Config), run);
        var prompts = PromptLibrary.Load(run.Prompts);
        var treatments = PlannedDesign.Treatments(configuration.Experiment);
        prompts.RequireTones([.. treatments.Select(t => t.Tone), ConversationRequest.ControlTone]);

        var (audience, context) = await LookAsync(run, configuration, prompts, cancellationToken);
        var past = request.Backtest is null || request.Backtest == run.Customers ? audience
            : (await LookAsync(run with { Customers = request.Backtest }, configuration, prompts, cancellationToken)).Audience;
        var metrics = PowerOutlook.Of(configuration.Experiment, audience.Control, audience.SmallestTreatment, audience.Baselines);
        var backtest = request.Backtest is null ? null : PastMail.Backtest(request.Backtest, past, configuration.Experiment, cancellationToken);
        var status = LockPlan(context, audience, metrics);
        new PlanPrinter(Console.Out, output).Print(new PlanOutcome
        {
            Experiment = configuration.Experiment,
            Provider = run.Provider,
            SendAt = run.SendAt,
            Audience = audience,
            Metrics = metrics,
            Calls = CallEstimator.Of(
                prompts, new AgentsOptions { Brand = configuration.Brand }, audience.Segments, configuration.Segmentation.MinimumGroup, treatments),
            Lock = status,
            Backtest = backtest,
            Warnings = [.. context.Warnings, .. status?.Difference is { } difference ? new[] { difference } : []],
        });
        return ExitCode.Done;
    }

    private PlanLockStatus? LockPlan(CampaignContext context, Audience audience, IReadOnlyList<PlannedMetric> metrics)
    {
        var experiment = context.Configuration.Experiment;
        var plan = PlanLockFactory.Of(
            experiment, metrics, audience.Funnel.Assigned, audience.SmallestArm, PlanHashReader.Of(context), request.Run.SendAt, clock.GetUtcNow());
        return request.Lock
            ? PlanLocker.Lock(plan, experiment, request.Run.Output, request.Run.SendAtGiven)
            : request.Backtest == request.Run.Customers ? null
            : PlanLocker.Look(plan, experiment, request.Run.Output, request.Run.SendAtGiven);
    }

    private async Task<(Audience Audience, CampaignContext Context)> LookAsync(
        RunRequest run, CampaignConfiguration configuration, PromptLibrary prompts, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-plan-");
        try
        {
            var directory = RunDirectory.Create(folder.FullName, "plan");
            using var database = CampaignDatabase.Open(directory.Database, AddressKey.Of(configuration.Brand.Name));
            var context = new CampaignContext
            {
                Request = run,
                Configuration = configuration,
                Content = ContentCompliance.Apply(ContentReader.Read(run.Content), configuration.Brand),
                Prompts = prompts,
                Directory = directory,
                Database = database,
                Display = DisplayChoice.For(output),
                Manifest = FirstManifest.Of(run, configuration, prompts, "plan", clock.GetUtcNow()),
            };
            ICampaignStep[] steps = [new PlanStep(NullLogger.Instance), new LoadStep(NullLogger.Instance), new EligibleStep(), new SegmentStep(agents: null)];
            return (await AudienceReader.ReadAsync(context, steps, clock, cancellationToken), context);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
