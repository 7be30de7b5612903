using System.Diagnostics;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Telemetry;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Opens a span around every call; it holds ids, never content.</summary>
internal sealed class TelemetryFilter : IFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var call = CallContext.Of(context.Kernel);
        using var span = AgentTelemetry.Source.StartActivity($"{SpanName.Function} {context.Function.PluginName}.{context.Function.Name}");
        span?.SetTag(TagName.Agent, context.Function.PluginName);
        span?.SetTag(TagName.Function, context.Function.Name);
        span?.SetTag(TagName.SegmentId, call.SegmentId);
        span?.SetTag(TagName.VariantId, call.VariantId);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            span?.SetTag(TagName.Outcome, "error");
            span?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }

        var failure = context.Result.ValueType == typeof(PromptOutcome) ? context.Result.GetValue<PromptOutcome>()?.Failure : null;
        span?.SetTag(TagName.Outcome, failure?.Kind.ToString() ?? "ok");
    }
}
