using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The parts that all comparisons share.</summary>
internal static class Comparisons
{
    /// <summary>Why there is no lift without control events.</summary>
    public const string NoControlEvents = "the control rate is 0, so a relative lift is not defined";

    /// <summary>A comparison without any number.</summary>
    public static Comparison Empty(SegmentId segment, ArmId arm, string metric) => new()
    {
        Segment = segment.Value,
        Arm = arm.Value,
        Metric = metric,
        Test = "none",
    };

    /// <summary>The comparison with its test, or without one.</summary>
    public static Comparison WithTest(Comparison comparison, string name, Estimated<TestResult> test) =>
        test.TryGet(out TestResult? result, out _) && Numbers.PValue(result.PValue) is double p
            ? comparison with { Test = name, Statistic = Numbers.Finite(result.Statistic), PValue = p }
            : comparison;

    /// <summary>The reasons that apply, each once, or null.</summary>
    public static string? Reasons(params IEnumerable<string?> reasons)
    {
        string[] applying = [.. reasons.OfType<string>().Distinct()];
        return applying.Length == 0 ? null : string.Join("; ", applying);
    }
}
