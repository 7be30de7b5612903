using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Looking at an experiment before its end.</summary>
internal static class MonitoringFamilies
{
    public static IReadOnlyDictionary<string, ReferenceFamily> All { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["sequential"] = new(
            new Dictionary<string, Func<ReferenceCase, object?>>
            {
                ["rho"] = c => IsOneSided(c) ? Sequence(c).OneSidedRho : Sequence(c).Rho,
                ["halfwidth"] = c => Interval(c).High - c["estimate"],
                ["ci"] = c => new[] { Interval(c).Low, Interval(c).High },
                ["lower_bound"] = c => Interval(c).Low,
                ["upper_bound"] = c => Interval(c).High,
                ["e_value"] = c => Math.Exp(Sequence(c).LogEvidence(c["estimate"], c["se"], (long)c["n"])!.Value),
                ["fixed_horizon_halfwidth"] = c => NormalTail.CriticalValue(1 - c["alpha"]) * c["se"],
                ["log_e_value"] = c => SampleRatio(c).Statistic,
                ["p_always_valid"] = c => Kind(c) == "sequential_srm" ? SampleRatio(c).PValue : Sequence(c).PValue(c["estimate"], c["se"], (long)c["n"]),
                ["cumulative_alpha_spent_two_sided"] = c => Bounds(c).CumulativeAlpha,
                ["z_bounds"] = c => Bounds(c).ZBounds,
                ["nominal_two_sided_p"] = c => Bounds(c).NominalP,
            },
            []),
    };

    private static string? Kind(ReferenceCase c) => c.Inputs.GetProperty("kind").GetString();

    private static bool IsOneSided(ReferenceCase c) => Kind(c) == "asymptotic_cs_one_sided";

    private static AsymptoticConfidenceSequence Sequence(ReferenceCase c) => new(c["alpha"], c["n_star"]);

    private static Bounds Interval(ReferenceCase c)
    {
        Estimated<EffectEstimate> now = IsOneSided(c)
            ? Sequence(c).OneSided(c["estimate"], c["se"], (long)c["n"])
            : Sequence(c).TwoSided(c["estimate"], c["se"], (long)c["n"]);
        return now.OrNull()!.Interval!;
    }

    private static TestResult SampleRatio(ReferenceCase c) => SequentialSampleRatio.Of(
        [.. c.Inputs.GetProperty("counts").EnumerateArray().Select(n => n.GetInt64())], Numbers(c, "weights"), c["concentration"]).OrNull()!;

    private static GroupSequentialBounds Bounds(ReferenceCase c) => GroupSequentialBounds.OBrienFleming(Numbers(c, "t"), c["alpha"]).OrNull()!;

    private static double[] Numbers(ReferenceCase c, string input) => [.. c.Inputs.GetProperty(input).EnumerateArray().Select(e => e.GetDouble())];
}
