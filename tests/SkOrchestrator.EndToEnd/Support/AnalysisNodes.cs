using System.Text.Json.Nodes;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Looks into <c>analysis.json</c>.</summary>
internal static class AnalysisNodes
{
    public static string Status(this JsonNode analysis) => (string)analysis["decision"]!["status"]!;

    public static IReadOnlyList<string> Caveats(this JsonNode analysis) => [.. analysis["decision"]!["caveats"]!.AsArray().Select(c => (string)c!)];

    public static string Rules(this JsonNode analysis) => string.Join('\n', analysis["decision"]!["rules"]!.AsArray().Select(r => (string)r!));

    /// <summary>A number of each arm over all segments.</summary>
    public static IReadOnlyDictionary<string, T> ByArm<T>(this JsonNode analysis, Func<JsonNode, T> number) => analysis["arms"]!.AsArray()
        .Where(a => (string)a!["segment"]! == "all").ToDictionary(a => (string)a!["arm"]!, a => number(a!));

    /// <summary>Customers with an event, by arm over all segments.</summary>
    public static IReadOnlyDictionary<string, long> Successes(this JsonNode analysis, string metric) => analysis.ByArm(a => (long)a["metrics"]![metric]!["successes"]!);

    /// <summary>The denominators, by arm over all segments.</summary>
    public static IReadOnlyDictionary<string, long> Trials(this JsonNode analysis, string metric) => analysis.ByArm(a => (long)a["metrics"]![metric]!["trials"]!);

    /// <summary>The rows of one arm of a list, such as guardrails.</summary>
    public static IReadOnlyList<JsonNode> Rows(this JsonNode analysis, string list, string metric, string? arm = null) =>
        [.. analysis[list]!.AsArray().Select(r => r!).Where(r => (string)r["metric"]! == metric && (arm is null || (string)r["arm"]! == arm))];
}
