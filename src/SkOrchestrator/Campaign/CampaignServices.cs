using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkOrchestrator.Agents;
using SkOrchestrator.Campaign.Steps;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Embedded.Screening;
using SkOrchestrator.Logging;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Campaign;

/// <summary>Registers the providers and the steps of a campaign.</summary>
internal static class CampaignServices
{
    public static void AddCampaign(this IServiceCollection services)
    {
        AddEmbeddedProviders(services);
        services.AddSingleton(s => new SafetyGate(
            s.GetRequiredService<ISafetyClassifier>(),
            s.GetRequiredService<CampaignContext>().Configuration.Safety,
            s.GetRequiredService<CampaignContext>().Configuration.Brand,
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(Agents);
        services.AddSingleton(s => new CampaignRunner(
            [.. Steps(s)], s.GetRequiredService<CampaignContext>(), s.GetRequiredService<TimeProvider>(), Logger(s, RunLogs.System)));
    }

    private static void AddEmbeddedProviders(IServiceCollection services)
    {
        services.AddSingleton<IChatClient, EmbeddedComposer>();
        services.AddSingleton<ISafetyClassifier, LexiconClassifier>();
        services.AddSingleton<SqliteSnippetRetriever>();
        services.AddSingleton<ISnippetRetriever>(s => s.GetRequiredService<SqliteSnippetRetriever>());
        services.AddSingleton<IContentIndex>(s => s.GetRequiredService<SqliteSnippetRetriever>());
    }

    private static CampaignAgents Agents(IServiceProvider services)
    {
        var context = services.GetRequiredService<CampaignContext>();
        return new CampaignAgents(
            new AgentsOptions { Brand = context.Configuration.Brand, Seed = context.Configuration.Experiment.Seed },
            context.Prompts,
            services.GetRequiredService<IChatClient>(),
            services.GetRequiredService<ISnippetRetriever>(),
            services.GetRequiredService<SafetyGate>(),
            services.GetRequiredService<ILoggerFactory>(),
            services.GetRequiredService<TimeProvider>());
    }

    private static IEnumerable<ICampaignStep> Steps(IServiceProvider services)
    {
        var agents = services.GetRequiredService<CampaignAgents>();
        var clock = services.GetRequiredService<TimeProvider>();
        var (system, experiment) = (Logger(services, RunLogs.System), Logger(services, RunLogs.Experiment));
        yield return new PlanStep(system);
        yield return new LoadStep(system);
        yield return new EligibleStep();
        yield return new SegmentStep(agents);
        yield return new ConversationStep(agents, services.GetRequiredService<IContentIndex>(), clock, system);
        yield return new AssignStep(clock, experiment);
        yield return new ObserveStep(experiment);
        yield return new AnalyseStep(agents, experiment);
        yield return new ReportStep(agents);
    }

    private static ILogger Logger(IServiceProvider services, string category) => services.GetRequiredService<ILoggerFactory>().CreateLogger(category);
}
