using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Telemetry;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Makes the kernel of a campaign: the chat client itself as the model, the filters, and the agents' plugins.</summary>
internal static class CampaignKernelFactory
{
    /// <summary>Makes a kernel. The client stays a chat client: as a chat completion service its finish reasons would be lost.</summary>
    public static Kernel Create(IChatClient model, AgentLoggers loggers, TimeProvider time, IEnumerable<KernelPlugin> plugins)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(model);
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new TelemetryFilter());
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new LoggingFilter(loggers, time));
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new AnswerFilter());
        builder.Services.AddSingleton<IPromptRenderFilter>(new PromptRenderFilter());
        var kernel = builder.Build();
        kernel.Plugins.AddRange(plugins);
        return kernel;
    }
}
