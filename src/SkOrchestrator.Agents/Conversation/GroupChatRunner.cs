using System.Reflection;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>Runs a group chat. A workflow reports failures only as events; here they are thrown, and a chat without its one final output is a failure too.</summary>
internal static class GroupChatRunner
{
    /// <summary>Runs the chat and returns the whole conversation, the opening included.</summary>
    /// <exception cref="AgentFailedException">An agent or the manager failed, or the chat ended without exactly one result.</exception>
    public static async Task<IReadOnlyList<ChatMessage>> RunAsync(Workflow workflow, ChatMessage opening, CancellationToken cancellationToken)
    {
        var outputs = new List<IReadOnlyList<ChatMessage>>();
        (string Agent, Exception Cause)? failure = null;
        await using var run = await InProcessExecution.Lockstep
            .RunStreamingAsync(workflow, new List<ChatMessage> { opening }, cancellationToken: cancellationToken).ConfigureAwait(false);
        await run.TrySendMessageAsync(new TurnToken(emitEvents: false)).ConfigureAwait(false);
        await foreach (var happened in run.WatchStreamAsync(cancellationToken).ConfigureAwait(false))
        {
            switch (happened)
            {
                case ExecutorFailedEvent failed:
                    failure ??= (failed.ExecutorId, Unwrap(failed.Data));
                    break;
                case WorkflowErrorEvent error:
                    failure ??= ("group chat", Unwrap(error.Exception));
                    break;
                case AgentResponseUpdateEvent or AgentResponseEvent:
                    break;
                case WorkflowOutputEvent output when output.Is<List<ChatMessage>>(out var messages):
                    outputs.Add(messages);
                    break;
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (failure is { } found)
        {
            throw new AgentFailedException(found.Agent, found.Cause);
        }

        return outputs is [var conversation] ? conversation
            : throw new AgentFailedException("group chat", new InvalidOperationException($"expected one final output, got {outputs.Count}"));
    }

    private static Exception Unwrap(Exception? error) => error switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        KernelFunctionCanceledException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        null => new InvalidOperationException("the workflow failed without saying why"),
        _ => error,
    };
}
