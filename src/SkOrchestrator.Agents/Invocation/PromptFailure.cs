namespace SkOrchestrator.Agents.Invocation;

/// <summary>A model call without a usable answer.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Error">The provider's exception, if there was one.</param>
internal sealed record PromptFailure(PromptFailureKind Kind, string Message, Exception? Error = null);
