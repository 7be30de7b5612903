namespace SkOrchestrator.Agents.Conversation;

/// <summary>An agent that could not do its part.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Error">What happened.</param>
public sealed record AgentFailure(string Agent, Exception Error);
