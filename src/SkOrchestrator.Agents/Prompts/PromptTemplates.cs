using Microsoft.SemanticKernel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>The template formats that prompts may be written in.</summary>
internal static class PromptTemplates
{
    public static IPromptTemplateFactory Factory { get; } =
        new AggregatorPromptTemplateFactory(new KernelPromptTemplateFactory(), new HandlebarsPromptTemplateFactory());
}
