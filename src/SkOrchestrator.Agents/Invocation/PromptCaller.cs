using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Calls prompt functions: adds the task to the file's settings, bounds the calls under way, counts what they use and makes provider failures values.</summary>
internal sealed class PromptCaller(PromptLibrary library, AgentLoggers loggers, UsageMeter meter, TimeProvider time, int maxConcurrency) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(maxConcurrency);

    /// <summary>Calls a prompt function of the kernel's plugins.</summary>
    public async Task<PromptOutcome> CallAsync(Kernel kernel, PromptCall call, CancellationToken cancellationToken)
    {
        var context = new CallContext { SegmentId = CallContext.Of(kernel).SegmentId, VariantId = call.VariantId };
        var scoped = context.Apply(kernel);
        await _slots.WaitAsync(cancellationToken).ConfigureAwait(false);
        var started = time.GetTimestamp();
        PromptOutcome outcome;
        try
        {
            var result = await scoped.InvokeAsync(scoped.Plugins.GetFunction(call.Agent, call.Function), Arguments(call), cancellationToken).ConfigureAwait(false);
            outcome = result.GetValue<PromptOutcome>() ?? AnswerReader.Read(null);
        }
        catch (Exception error) when (error is not PromptRenderException && !cancellationToken.IsCancellationRequested)
        {
            outcome = new PromptOutcome { Failure = new PromptFailure(PromptFailureKind.Provider, Describe(error), error) };
        }
        finally
        {
            _slots.Release();
        }

        var usage = outcome.Usage with { LatencyMs = Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 3) };
        meter.AddModelCall(usage);
        if (outcome.Failure is { } failure)
        {
            Log.ModelFailed(loggers.System, call.Agent, call.Function, context.SegmentId, call.VariantId, failure.Kind.ToString(), failure.Error);
        }

        return outcome with { Usage = usage, Prompt = context.RenderedPrompt ?? string.Empty };
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();

    /// <summary>Settings given at a call replace those of the file, so the file's are cloned and the task is added.</summary>
    private KernelArguments Arguments(PromptCall call)
    {
        var file = library.Get(call.Agent, call.Function).Config;
        var settings = file.DefaultExecutionSettings?.Clone() ?? new PromptExecutionSettings();
        settings.ExtensionData = new Dictionary<string, object>(settings.ExtensionData ?? new Dictionary<string, object>(), StringComparer.Ordinal)
        {
            [TaskName.SettingKey] = call.Task,
            [TaskName.ArgumentsKey] = call.Arguments,
        };
        var arguments = new KernelArguments(settings);
        foreach (var variable in file.InputVariables)
        {
            arguments[variable.Name] = call.Variables.TryGetValue(variable.Name, out var value) ? value
                : throw new InvalidOperationException($"the call of {call.Agent}/{call.Function} does not provide '{variable.Name}'");
        }

        return arguments;
    }

    /// <summary>The first line of the message, without the wrapping exceptions.</summary>
    private static string Describe(Exception error)
    {
        var cause = error is KernelException or KernelFunctionCanceledException ? error.InnerException ?? error : error;
        var line = cause.Message.Split('\n', 2)[0].Trim();
        return $"{cause.GetType().Name}: {(line.Length > 200 ? line[..200] : line)}";
    }
}
