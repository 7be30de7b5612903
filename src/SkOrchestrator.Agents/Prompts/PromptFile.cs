using Microsoft.SemanticKernel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>One prompt function of the prompts folder, read and checked.</summary>
public sealed class PromptFile
{
    internal PromptFile(string agent, string function, string sha256, PromptTemplateConfig config, IPromptTemplate template)
    {
        Agent = agent;
        Function = function;
        Sha256 = sha256;
        Config = config;
        Template = template;
    }

    /// <summary>The agent whose prompt it is; the folder.</summary>
    public string Agent { get; }

    /// <summary>The function; the file name without ending.</summary>
    public string Function { get; }

    /// <summary>Agent and function, such as <c>writer/write_urgent</c>.</summary>
    public string Name => $"{Agent}/{Function}";

    /// <summary>The file, relative to the prompts folder.</summary>
    public string File => $"{Name}.yaml";

    /// <summary>Lower-case hex SHA-256 of the file's bytes.</summary>
    public string Sha256 { get; }

    /// <summary>What the prompt is for.</summary>
    public string Description => Config.Description ?? string.Empty;

    /// <summary>The declared variables, in file order.</summary>
    public IReadOnlyList<PromptVariable> Variables =>
        [.. Config.InputVariables.Select(v => new PromptVariable(v.Name, v.Description, v.Default as string, v.Sample as string))];

    internal PromptTemplateConfig Config { get; }

    internal IPromptTemplate Template { get; }
}
