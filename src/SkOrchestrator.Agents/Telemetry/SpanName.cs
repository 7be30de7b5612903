namespace SkOrchestrator.Agents.Telemetry;

/// <summary>Names of the agents' spans.</summary>
public static class SpanName
{
    /// <summary>One group chat.</summary>
    public const string Conversation = "conversation";

    /// <summary>One turn of an agent in a group chat.</summary>
    public const string Turn = "agent_turn";

    /// <summary>One call of a plugin function.</summary>
    public const string Function = "invoke_function";
}
