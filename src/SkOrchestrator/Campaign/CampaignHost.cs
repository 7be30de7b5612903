using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Commands;
using SkOrchestrator.Content;
using SkOrchestrator.Data;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Data.Content;
using SkOrchestrator.Logging;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;
using SkOrchestrator.Telemetry;
using SkOrchestrator.Terminal;

namespace SkOrchestrator.Campaign;

/// <summary>Composes a run as a generic host that ends when the campaign does.</summary>
internal static class CampaignHost
{
    public static async Task<int> RunAsync(RunRequest request, OutputSettings output, TimeProvider clock, CancellationToken cancellationToken)
    {
        var data = Console.Out;
        if (request.TraceToConsole)
        {
            // the console exporter of OpenTelemetry knows only Console.Out, and stdout belongs to data
            Console.SetOut(Console.Error);
        }

        InputCheck.Require(request);
        var configuration = RequestOverrides.Apply(ConfigurationLoader.Load(request.Config), request);
        var content = ContentCompliance.Apply(ContentReader.Read(request.Content), configuration.Brand);
        var prompts = PromptLibrary.Load(request.Prompts);
        var plan = PlanOfRun.Find(request.Output);
        var startedAt = clock.GetUtcNow();
        var runId = RunName.Choose(request, startedAt);
        var directory = RunDirectory.Create(request.Output, runId);

        using var database = CampaignDatabase.Open(directory.Database, AddressKey.Of(configuration.Brand.Name));
        var context = new CampaignContext
        {
            Request = request,
            Configuration = configuration,
            Content = content,
            Prompts = prompts,
            Directory = directory,
            Database = database,
            Display = DisplayChoice.For(output),
            Plan = plan,
            Manifest = FirstManifest.Of(request, configuration, prompts, runId, startedAt),
        };
        using var host = Build(context, clock, output);
        await host.StartAsync(cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            using var span = RunTelemetry.StartRun(runId);
            var exitCode = await host.Services.GetRequiredService<CampaignRunner>().RunAsync(stopping.Token);
            new ResultPrinter(data, output).Print(context, exitCode);
            return exitCode;
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static IHost Build(CampaignContext context, TimeProvider clock, OutputSettings output)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        // OpenTelemetry reads its OTEL_* variables from here
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.AddRunLogs(context.Directory.Logs, context.Manifest.RunId, RunName.TraceId(context.Manifest.RunId), output.Verbosity);
        builder.Services.AddRunTelemetry(context.Request.TraceToConsole);
        builder.Services.AddSingleton(context);
        builder.Services.AddSingleton(clock);
        builder.Services.AddCampaign();
        return builder.Build();
    }
}
