namespace SkOrchestrator.Agents.Invocation;

/// <summary>A rendered prompt is not a list of messages that begins with a system message; it is not sent.</summary>
internal sealed class PromptRenderException(string function, string problem)
    : Exception($"the prompt '{function}' was not sent: {problem}");
