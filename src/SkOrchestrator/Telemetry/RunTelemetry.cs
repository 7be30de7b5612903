using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Campaign;

namespace SkOrchestrator.Telemetry;

/// <summary>
/// Traces of a run: to stderr with <c>--trace console</c>, to a collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, nowhere otherwise. Spans carry ids, counts and
/// durations; what prompts and answers say stays out.
/// </summary>
internal static class RunTelemetry
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly ActivitySource Source = new(AgentTelemetry.SourceName);

    public static void AddRunTelemetry(this IServiceCollection services, bool toConsole)
    {
        var toCollector = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable));
        if (!toConsole && !toCollector)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Environment.GetEnvironmentVariable("OTEL_SERVICE_NAME") ?? "orchestrator"))
            .WithTracing(tracing =>
            {
                tracing.AddSource(AgentTelemetry.SourceName, "Microsoft.SemanticKernel*", "Experimental.Microsoft.Extensions.AI", "Microsoft.Agents.AI.Workflows*");
                if (toConsole)
                {
                    tracing.AddConsoleExporter();
                }

                if (toCollector)
                {
                    tracing.AddOtlpExporter();
                }
            });
    }

    /// <summary>Opens the span of a run under the trace id that its logs carry.</summary>
    public static Activity? StartRun(string runId)
    {
        var trace = ActivityTraceId.CreateFromString(RunName.TraceId(runId));
        var parent = new ActivityContext(trace, ActivitySpanId.CreateFromString(RunName.TraceId(runId).AsSpan(0, 16)), ActivityTraceFlags.Recorded);
        return Source.StartActivity("campaign run", ActivityKind.Internal, parent);
    }
}
