using System.Text.Json;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Calibration;

/// <summary>What the analysis says of one treatment in an odd experiment: status, reason, and which numbers it does without.</summary>
public sealed class EdgeAnswerTests
{
    private const string NoLift = "the control rate is 0, so a relative lift is not defined";

    /// <summary>Name; status; reason, or null; whether there is a p-value; whether there is a lift.</summary>
    public static TheoryData<string, string, string?, bool, bool> Edges => new()
    {
        { "zero control", "winner", NoLift, true, false },
        { "zero control, few", "not_enough_data", NoLift, true, false },
        { "zero control in both segments", "winner", NoLift, true, false },
        { "zero treatment", "inconclusive", null, true, true },
        { "zero everything", "not_enough_data", "no events in either arm", false, false },
        { "zero everything in both segments", "not_enough_data", "no events", false, false },
        { "everybody", "not_enough_data", "every customer of both arms had the event", false, true },
        { "one customer per arm", "not_enough_data", NoLift, true, false },
        { "one customer per arm, both click", "not_enough_data", "every customer of both arms had the event", false, true },
        { "a hundred million, the same", "inconclusive", null, true, true },
        { "a hundred million, far apart", "winner", null, true, true },
        { "a hundred million, from nothing to everything", "winner", NoLift, true, false },
        { "200 to 1", "winner", null, true, true },
        { "1 to 200", "winner", null, true, true },
        { "empty treatment", "unhealthy", "no segment has customers in both arms", false, false },
        { "empty control", "unhealthy", "an arm has no customers", false, false },
        { "one segment", "inconclusive", null, true, true },
    };

    private static Dictionary<string, Campaign> Inputs { get; } = new()
    {
        ["zero control"] = new Campaign().Segment("a", (500, [0]), (500, [40])),
        ["zero control, few"] = new Campaign().Segment("a", (50, [0]), (50, [4])),
        ["zero control in both segments"] = new Campaign().Segment("a", (500, [0]), (500, [40])).Segment("b", (300, [0]), (300, [9])),
        ["zero treatment"] = new Campaign().Segment("a", (5000, [900]), (5000, [0])),
        ["zero everything"] = new Campaign().Segment("a", (500, [0]), (500, [0])),
        ["zero everything in both segments"] = new Campaign().Segment("a", (500, [0]), (500, [0])).Segment("b", (40, [0]), (40, [0])),
        ["everybody"] = new Campaign().Segment("a", (500, [500]), (500, [500])),
        ["one customer per arm"] = new Campaign().Segment("a", (1, [0]), (1, [1])),
        ["one customer per arm, both click"] = new Campaign().Segment("a", (1, [1]), (1, [1])),
        ["a hundred million, the same"] = new Campaign().Segment("a", (100_000_000, [3_000_000]), (100_000_000, [3_000_000])),
        ["a hundred million, far apart"] = new Campaign().Segment("a", (100_000_000, [3_000_000]), (100_000_000, [60_000_000])),
        ["a hundred million, from nothing to everything"] = new Campaign().Segment("a", (100_000_000, [0]), (100_000_000, [100_000_000])),
        ["200 to 1"] = new Campaign().Segment("a", [200, 1], (2_000_000, [200_000]), (10_000, [1300])),
        ["1 to 200"] = new Campaign().Segment("a", [1, 200], (10_000, [1000]), (2_000_000, [260_000])),
        ["empty treatment"] = new Campaign().Segment("a", (0, [0]), (0, [0])).Segment("b", (30, [2]), (0, [0])),
        ["empty control"] = new Campaign().Segment("a", (0, [0]), (30, [2])),
        ["one segment"] = new Campaign().Segment("all", (3000, [300]), (3000, [306])),
    };

    [Theory]
    [MemberData(nameof(Edges))]
    [Requirement("5.6")]
    [Requirement("5.8")]
    public void Every_odd_experiment_has_a_status_a_reason_and_no_invented_number(string name, string status, string? reason, bool tested, bool hasLift)
    {
        AnalysisInput input = Inputs[name].Input(EngagementSource.Imported);
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { Arms = [new(Campaign.Arm(1), "tone")] } });
        Comparison row = Campaign.Find(analysis, "all", "treatment-1");

        Assert.Equal(status, analysis.Decision.Status);
        Assert.Equal(reason is null, row.NotEstimable is null);
        Assert.Contains(reason ?? string.Empty, row.NotEstimable ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal((tested, tested, hasLift), (row.PValue is not null, row.PValueAdjusted is not null, row.RelativeLiftPercent?.Estimate is not null));
        Assert.All(analysis.Comparisons, Honest);
        FiniteAssert.Walk(analysis, "analysis");
        string json = JsonSerializer.Serialize(analysis);
        Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", json, StringComparison.Ordinal);
    }

    /// <summary>A p-value is never 0; it is 1, and a lift is 0, only where that is what was seen.</summary>
    private static void Honest(Comparison c)
    {
        Assert.NotEqual(0, c.PValue);
        Assert.True(c.PValue != 1 || c.Test == "fisher" || Math.Abs(c.AbsoluteDifference!.Estimate!.Value) < 1e-12, $"{c.Segment} {c.PValue}");
        Assert.Equal(c.RelativeLiftPercent?.Estimate == 0, c.RelativeLiftPercent is not null && c.AbsoluteDifference!.Estimate == 0);
    }
}
