using System.Reflection;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Prompts;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>Joins an agent's native functions and its prompt functions in one plugin.</summary>
internal static class PluginBuilder
{
    /// <summary>Makes the plugin.</summary>
    /// <param name="agent">The agent; names the plugin.</param>
    /// <param name="description">What the agent does.</param>
    /// <param name="native">An object with <see cref="KernelFunctionAttribute"/> methods.</param>
    /// <param name="library">Holds the prompt functions.</param>
    public static KernelPlugin Create(string agent, string description, object native, PromptLibrary library)
    {
        var methods = native.GetType().GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(m => m.GetCustomAttribute<KernelFunctionAttribute>() is not null)
            .OrderBy(m => m.MetadataToken)
            .Select(m => KernelFunctionFactory.CreateFromMethod(m, native));
        var prompts = library.Of(agent).Select(p => KernelFunctionFactory.CreateFromPrompt(p.Template, p.Config));
        return KernelPluginFactory.CreateFromFunctions(agent, description, methods.Concat(prompts));
    }
}
