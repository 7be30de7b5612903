using System.Text.Json;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>A clear answer to every odd experiment.</summary>
public sealed class DecisionEdgeTests
{
    public static TheoryData<string, string, string> Edges => new()
    {
        { "no events in control", "winner", "lift not estimable (above +" },
        { "no events at all", "not_enough_data", "no events in either arm" },
        { "everyone clicks", "not_enough_data", "every customer of both arms had the event" },
        { "one customer an arm", "not_enough_data", "for a verdict on click_rate: " },
        { "a hundred million", "winner", ", p below 0.0001" },
        { "200 to 1", "not_enough_data", "even a doubled rate would probably be missed" },
        { "200 to 1, enough", "inconclusive", "No treatment is better" },
        { "one empty treatment", "not_enough_data", "an arm has no customers" },
        { "one empty treatment beside a good one", "winner", "treatment-1: click_rate" },
        { "an empty control", "not_enough_data", "an arm has no customers" },
        { "one segment", "inconclusive", "would have been found with 80 % power" },
        { "nothing observed", "not_enough_data", "no customer was observed" },
    };

    private static Dictionary<string, Campaign> Inputs { get; } = new()
    {
        ["no events in control"] = new Campaign().Segment("a", (500, [0]), (500, [40])),
        ["no events at all"] = new Campaign().Segment("a", (500, [0]), (500, [0])).Segment("b", (40, [0]), (40, [0])),
        ["everyone clicks"] = new Campaign().Segment("a", (500, [500]), (500, [500])),
        ["one customer an arm"] = new Campaign().Segment("a", (1, [0]), (1, [1])),
        ["a hundred million"] = new Campaign().Segment("a", (100_000_000, [21_003_457]), (100_000_000, [21_088_822])),
        ["200 to 1"] = new Campaign().Segment("a", [200, 1], (20_000, [400]), (100, [2])),
        ["200 to 1, enough"] = new Campaign().Segment("a", [200, 1], (2_000_000, [200_000]), (10_000, [1001])),
        ["one empty treatment"] = new Campaign().Plan("a", (Campaign.Arm(0), 0.5), (Campaign.Arm(1), 0.5)).Cell("a", Campaign.Arm(0), Metric.ClickRate, 4, 1, 1),
        ["one empty treatment beside a good one"] = new Campaign().Segment("a", (3, [1]), (3, [1]), (0, [0])).Segment("b", [0.5, 0.5], (1000, [80]), (1000, [150])),
        ["an empty control"] = new Campaign().Plan("a", (Campaign.Arm(0), 0.5), (Campaign.Arm(1), 0.5)).Cell("a", Campaign.Arm(1), Metric.ClickRate, 4, 1, 1),
        ["one segment"] = new Campaign().Segment("a", (3000, [300]), (3000, [306])),
        ["nothing observed"] = new Campaign().Plan("a", (Campaign.Arm(0), 0.5), (Campaign.Arm(1), 0.5)),
    };

    [Theory]
    [MemberData(nameof(Edges))]
    [Requirement("5.8")]
    public void Every_odd_experiment_gets_a_clear_answer(string name, string status, string words)
    {
        ExperimentAnalysis analysis = Inputs[name].Analyze();
        Assert.Equal(status, analysis.Decision.Status);
        Assert.Contains(words, string.Join('\n', analysis.Decision.Rules), StringComparison.Ordinal);
        FiniteAssert.Walk(analysis, "analysis");
        Assert.NotEmpty(JsonSerializer.Serialize(analysis));
        Assert.All(analysis.Decision.Rules.Concat(analysis.Decision.Caveats).Concat(analysis.Notes), text => Assert.DoesNotContain("NaN", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_huge_sample_with_a_tiny_lift_wins_with_the_caveat_that_it_is_below_what_matters()
    {
        AnalysisInput input = Inputs["a hundred million"].Input();
        Decision decision = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { SmallestEffectPercent = 2 } }).Decision;
        Assert.Equal("winner", decision.Status);
        Assert.Contains(decision.Rules, r => r.Contains("the smallest effect of interest", StringComparison.Ordinal));
        Assert.Contains(decision.Caveats, c => c.Contains("below the smallest effect of interest of 2 %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5.0, "equivalent")]
    [InlineData(0.5, "inconclusive")]
    [InlineData(null, "inconclusive")]
    public void Equivalent_needs_a_declared_effect_and_every_interval_inside_it(double? smallest, string status)
    {
        AnalysisInput input = new Campaign().Segment("a", (500_000, [50_000]), (500_000, [50_100]), (500_000, [49_950])).Input();
        Assert.Equal(status, ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { SmallestEffectPercent = smallest } }).Decision.Status);
    }

    [Fact]
    public void One_treatment_outside_the_smallest_effect_is_enough_against_equivalence()
    {
        AnalysisInput input = new Campaign().Segment("a", (500_000, [50_000]), (500_000, [50_100]), (500_000, [45_000])).Input();
        Decision decision = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { SmallestEffectPercent = 5 } }).Decision;
        Assert.Equal("inconclusive", decision.Status);
        Assert.Contains(decision.Rules, r => r.StartsWith("treatment-2", StringComparison.Ordinal) && r.EndsWith("worse than control.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_numeric_primary_metric_wins_in_its_own_unit()
    {
        Campaign revenue = new Campaign(Metric.RevenuePerRecipient).Plan("a", (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
            .Cell("a", ArmId.Control, Metric.RevenuePerRecipient, 5000, 10_000, 120_000)
            .Cell("a", Campaign.Arm(1), Metric.RevenuePerRecipient, 5000, 12_000, 150_000);
        Decision decision = revenue.Analyze().Decision;
        Assert.Equal("winner", decision.Status);
        Assert.StartsWith("treatment-1: revenue_per_recipient +0.40 [", decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain("points", decision.Rules[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_winner_says_whom_it_covers()
    {
        string all = new Campaign().Segment("a", (1000, [80]), (1000, [140])).Segment("b", (1000, [80]), (1000, [140])).Analyze().Decision.Rules[0];
        Assert.Contains("over all 2 segments (100 % of the customers)", all, StringComparison.Ordinal);
        string part = new Campaign().Segment("a", (1000, [80]), (1000, [140])).Plan("b", (ArmId.Control, 0.5), (Campaign.Arm(2), 0.5))
            .Cell("b", ArmId.Control, Metric.ClickRate, 500, 40, 40).Cell("b", Campaign.Arm(2), Metric.ClickRate, 500, 40, 40).Analyze().Decision.Rules[0];
        Assert.Contains("over a (66.7 % of the customers)", part, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_arm_may_be_control()
    {
        AnalysisInput input = new Campaign().Segment("a", (2000, [280]), (2000, [160]), (2000, [165]))
            .Cell("a", Campaign.Arm(0), Metric.ComplaintRate, 2000, 9, 9).Cell("a", Campaign.Arm(1), Metric.ComplaintRate, 2000, 0, 0).Input();
        Decision decision = ExperimentAnalyzer.Analyze(input with { Control = Campaign.Arm(1), Cells = [.. input.Cells.Where(c => c.Metric == Metric.ClickRate)] }).Decision;
        Assert.Equal("winner", decision.Status);
        Assert.StartsWith("control: click_rate +6.00 points [+4.07, +7.94]", decision.Rules[0], StringComparison.Ordinal);
        GuardrailResult row = Assert.Single(ExperimentAnalyzer.Analyze(input with { Control = Campaign.Arm(1) }).Guardrails);
        Assert.Equal(("control", 0.0045), (row.Arm, row.Estimate!.Value));
    }

    [Fact]
    public void Without_a_verdict_the_needed_size_is_named()
    {
        string rule = new Campaign().Segment("a", (50, [5]), (50, [6])).Analyze().Decision.Rules[0];
        Assert.Contains("A lift of 10 % needs about 14,751 customers per arm; the smallest arm has 50.", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void An_A_A_check_feeds_the_power_plan_with_the_baseline_of_all_customers()
    {
        string note = Assert.Single(
            new Campaign().Segment("a", (500, [40]), (500, [60])).Analyze(armsWereSent: false).Notes, n => n.StartsWith("For the power plan", StringComparison.Ordinal));
        Assert.Contains("over all 1,000 customers is 10 % [", note, StringComparison.Ordinal);
        Assert.Contains("a lift of 10 % needs 14,751 customers per arm (80 % power, alpha 0.05)", note, StringComparison.Ordinal);
        Assert.DoesNotContain(new Campaign().Segment("a", (500, [40]), (500, [60])).Analyze().Notes, n => n.StartsWith("For the power plan", StringComparison.Ordinal));
    }
}
