using System.Diagnostics.CodeAnalysis;
using HandlebarsDotNet;
using Microsoft.SemanticKernel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Templates in Handlebars syntax: values are escaped, a name that is not declared is an error.</summary>
internal sealed class HandlebarsPromptTemplateFactory : IPromptTemplateFactory
{
    /// <summary>The value of <c>template_format</c>.</summary>
    public const string Format = "handlebars";

    /// <inheritdoc/>
    public bool TryCreate(PromptTemplateConfig templateConfig, [NotNullWhen(true)] out IPromptTemplate? result)
    {
        result = null;
        if (templateConfig.TemplateFormat != Format)
        {
            return false;
        }

        var handlebars = Handlebars.Create(new HandlebarsConfiguration { ThrowOnUnresolvedBindingExpression = true, NoEscape = false });
        result = new Template(handlebars.Compile(templateConfig.Template), templateConfig.InputVariables);
        return true;
    }

    private sealed class Template(HandlebarsTemplate<object, object> render, IReadOnlyList<InputVariable> variables) : IPromptTemplate
    {
        public Task<string> RenderAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var values = variables.ToDictionary(
                v => v.Name,
                v => (object)((arguments is not null && arguments.TryGetValue(v.Name, out var given) ? given : v.Default)?.ToString() ?? string.Empty),
                StringComparer.Ordinal);
            return Task.FromResult(render(values));
        }
    }
}
