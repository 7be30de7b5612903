using System.Diagnostics;

namespace SkOrchestrator.Agents.Telemetry;

/// <summary>The source of the agents' spans. Spans hold ids and durations, never content.</summary>
public static class AgentTelemetry
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "SkOrchestrator";

    internal static ActivitySource Source { get; } = new(SourceName);
}
