namespace SkOrchestrator.Agents.Telemetry;

/// <summary>Names of the tags on the agents' spans.</summary>
public static class TagName
{
    /// <summary>The agent.</summary>
    public const string Agent = "sko.agent";

    /// <summary>The plugin function.</summary>
    public const string Function = "sko.function";

    /// <summary>The segment; <c>all</c> for control.</summary>
    public const string SegmentId = "sko.segment_id";

    /// <summary>The message variant.</summary>
    public const string VariantId = "sko.variant_id";

    /// <summary><c>ok</c>, the kind of failure, or <c>error</c>.</summary>
    public const string Outcome = "sko.outcome";
}
