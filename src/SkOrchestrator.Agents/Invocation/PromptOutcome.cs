using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Invocation;

/// <summary>What a prompt call returned: a text or a failure, never both.</summary>
internal sealed record PromptOutcome
{
    /// <summary>The answer; null when the call failed.</summary>
    public string? Text { get; init; }

    /// <summary>Why there is no answer.</summary>
    public PromptFailure? Failure { get; init; }

    /// <summary>The model that answered, where the answer names one.</summary>
    public string? Model { get; init; }

    /// <summary>What the call used.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    /// <summary>The prompt as it was sent.</summary>
    public string Prompt { get; init; } = string.Empty;
}
