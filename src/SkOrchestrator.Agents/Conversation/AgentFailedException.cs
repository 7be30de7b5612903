namespace SkOrchestrator.Agents.Conversation;

/// <summary>A group chat ended without a result because an agent or the manager failed.</summary>
internal sealed class AgentFailedException(string agent, Exception cause) : Exception($"{agent} failed: {cause.Message}", cause)
{
    /// <summary>Who failed.</summary>
    public string Agent { get; } = agent;
}
