namespace SkOrchestrator.Agents.Prompts;

/// <summary>Which prompt functions the agents call, and the variables each call provides; a template may use these and no others.</summary>
internal static class PromptContract
{
    public const string DescribeSegment = "describe_segment";
    public const string FormulateQuery = "formulate_query";
    public const string ExplainVerdict = "explain_verdict";
    public const string SecondOpinion = "second_opinion";
    public const string NarrateResult = "narrate_result";

    /// <summary>The writer has one prompt per tone: <c>write_urgent</c>.</summary>
    public const string WritePrefix = "write_";

    private static readonly Dictionary<(string Agent, string Function), IReadOnlyList<string>> Fixed = new()
    {
        [(AgentName.Segmentation, DescribeSegment)] = ["label", "features", "size", "share"],
        [(AgentName.Retrieval, FormulateQuery)] = ["label", "description", "terms", "language"],
        [(AgentName.Safety, ExplainVerdict)] = ["variant_id", "status", "category", "severity", "threshold", "screen", "reason"],
        [(AgentName.Safety, SecondOpinion)] = ["subject", "body", "status"],
        [(AgentName.Experiment, NarrateResult)] = ["facts", "segments", "source", "status"],
    };

    private static readonly IReadOnlyList<string> Write =
    [
        "brand_name", "segment_label", "segment_description", "segment_features", "snippets", "tone", "language", "send_on", "problems", "banned_phrases",
    ];

    /// <summary>The prompts that must exist; beside them the writer needs one per tone.</summary>
    public static IEnumerable<(string Agent, string Function)> Required => Fixed.Keys;

    /// <summary>The variables a function's call provides; null when no agent calls such a function.</summary>
    public static IReadOnlyList<string>? FindVariables(string agent, string function) =>
        Fixed.TryGetValue((agent, function), out var variables) ? variables
        : agent == AgentName.Writer && function.StartsWith(WritePrefix, StringComparison.Ordinal) && function.Length > WritePrefix.Length ? Write
        : null;

    /// <summary>The functions an agent calls, for messages.</summary>
    public static IEnumerable<string> FunctionsOf(string agent) =>
        Fixed.Keys.Where(k => k.Agent == agent).Select(k => k.Function).Concat(agent == AgentName.Writer ? ["write_TONE"] : []);
}
