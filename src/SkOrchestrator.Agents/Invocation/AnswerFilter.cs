using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using FunctionInvocationContext = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Turns the answer of every prompt function into a <see cref="PromptOutcome"/>, so that nobody can use an answer that was cut, filtered or refused.</summary>
internal sealed class AnswerFilter : IFunctionInvocationFilter
{
    /// <inheritdoc/>
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        if (context.IsStreaming)
        {
            throw new NotSupportedException("text that must be checked is not streamed");
        }

        await next(context).ConfigureAwait(false);
        if (context.Result.ValueType is { } type && typeof(ChatResponse).IsAssignableFrom(type))
        {
            context.Result = new FunctionResult(context.Result, AnswerReader.Read(context.Result.GetValue<ChatResponse>()));
        }
    }
}
