namespace SkOrchestrator.Agents.Invocation;

/// <summary>Why a model call gave no usable answer.</summary>
internal enum PromptFailureKind
{
    /// <summary>The provider failed or timed out.</summary>
    Provider,

    /// <summary>The provider's content filter stopped the answer.</summary>
    ContentFilter,

    /// <summary>The model refused.</summary>
    Refused,

    /// <summary>The answer was cut at the token limit.</summary>
    Cut,

    /// <summary>The answer has no text.</summary>
    Empty,

    /// <summary>The answer does not say that it is finished.</summary>
    Unfinished,
}
