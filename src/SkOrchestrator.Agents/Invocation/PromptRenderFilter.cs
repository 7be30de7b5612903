using System.Xml;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Prompts;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Guards every prompt: cleans its variables before rendering, and afterwards sends it only if it consists of messages with one system role.</summary>
internal sealed class PromptRenderFilter : IPromptRenderFilter
{
    /// <inheritdoc/>
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        foreach (var (name, value) in context.Arguments.ToList())
        {
            if (value is string text)
            {
                context.Arguments[name] = XmlText.Clean(text);
            }
        }

        await next(context).ConfigureAwait(false);

        if (FindProblem(context.RenderedPrompt) is { } problem)
        {
            throw new PromptRenderException(context.Function.Name, problem);
        }

        CallContext.Of(context.Kernel).RenderedPrompt = context.RenderedPrompt;
    }

    private static string? FindProblem(string? prompt)
    {
        try
        {
            return PromptMessages.FindProblem(PromptMessages.ReadRoles(prompt ?? string.Empty));
        }
        catch (XmlException broken)
        {
            return broken.Message;
        }
    }
}
