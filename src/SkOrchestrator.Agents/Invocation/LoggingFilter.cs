using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Telemetry;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Logs agent, function, outcome and duration of every call.</summary>
internal sealed class LoggingFilter(AgentLoggers loggers, TimeProvider time) : IFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        var started = time.GetTimestamp();
        var call = CallContext.Of(context.Kernel);
        var (agent, action) = (context.Function.PluginName ?? "kernel", context.Function.Name);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Log.FunctionFailed(loggers.System, agent, action, call.SegmentId, call.VariantId, error.GetType().Name, Elapsed(started), error);
            throw;
        }

        var failure = context.Result.ValueType == typeof(PromptOutcome) ? context.Result.GetValue<PromptOutcome>()?.Failure : null;
        Log.FunctionInvoked(loggers.System, agent, action, call.SegmentId, call.VariantId, failure?.Kind.ToString() ?? "ok", Elapsed(started));
    }

    private double Elapsed(long started) => Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 3);
}
