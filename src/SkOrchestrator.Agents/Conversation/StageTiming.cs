namespace SkOrchestrator.Agents.Conversation;

/// <summary>When a stage of a conversation ran.</summary>
/// <param name="Stage"><c>retrieve</c>, <c>write</c>, <c>check</c> or <c>screen</c>.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="Duration">How long; checks are added up over all drafts.</param>
public sealed record StageTiming(string Stage, DateTimeOffset StartedAt, TimeSpan Duration)
{
    /// <summary>Bringing approved content.</summary>
    public const string Retrieve = "retrieve";

    /// <summary>Writing, checks included.</summary>
    public const string Write = "write";

    /// <summary>Checking drafts.</summary>
    public const string Check = "check";

    /// <summary>Screening by the safety gate.</summary>
    public const string Screen = "screen";
}
