namespace SkOrchestrator.Agents.Invocation;

/// <summary>One call of a prompt function.</summary>
/// <param name="Agent">The agent; the plugin's name.</param>
/// <param name="Function">The prompt function.</param>
/// <param name="Task">The task that the embedded composer answers by.</param>
/// <param name="Arguments">The arguments record of the task.</param>
/// <param name="Variables">The variables of the template.</param>
/// <param name="VariantId">The variant that the call is about.</param>
internal sealed record PromptCall(
    string Agent, string Function, string Task, object Arguments, IReadOnlyDictionary<string, string> Variables, string? VariantId = null);
