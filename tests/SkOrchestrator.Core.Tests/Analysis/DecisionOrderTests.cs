using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>The order of the rules: an experiment with every fault, from which one fault after the other is taken.</summary>
public sealed class DecisionOrderTests
{
    private static readonly DateTimeOffset Close = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_rule_that_fires_gives_the_status()
    {
        AnalysisInput input = Faulty;
        Expect("simulated", input, "simulated from the declared");
        input = input with { Source = EngagementSource.Imported };
        Expect("stop_for_harm", input, "30 of 2,000 customers complained");
        Expect("aa_check", input with { ArmsWereSent = false }, "A/A check");
        input = input with { Cells = [.. input.Cells.Where(c => c.Metric != Metric.ComplaintRate)] };
        Expect("not_enough_data", input with { NotObserved = new Dictionary<string, string> { [Metric.OpenRate] = "nobody looked" } }, "nobody looked");
        Expect("unhealthy", input, "'delivered'");
        input = input with { Stages = [] };
        Expect("unhealthy", input, "instead of");
        input = input with { AssignedHere = false };
        Expect("window_open", input, "still open");
        input = input with { Window = null };
        Expect("inconclusive", input, "no verdict from open_rate");
        input = input with { Experiment = input.Experiment with { AllowOpenPrimary = true } };
        Expect("inconclusive", input, "exploratory");
        input = input with { Plan = null };
        Expect("winner", input, "better than control");
    }

    [Fact]
    public void The_statuses_of_the_rules_are_in_the_agreed_order()
    {
        string[] order = [.. DecisionRules.All.Select(r => r.Status).OfType<string>().Distinct()];
        Assert.Equal(
            ["simulated", "stop_for_harm", "not_enough_data", "aa_check", "unhealthy", "window_open", "inconclusive", "winner", "equivalent"], order);
        Assert.Equal(DecisionRules.All.Count, DecisionRules.All.Select(r => r.Name).Distinct().Count());
    }

    [Fact]
    public void All_rules_that_fire_are_listed_the_deciding_one_first()
    {
        Decision decision = ExperimentAnalyzer.Analyze(Faulty with { Source = EngagementSource.Imported }).Decision;
        Assert.Contains("complained", decision.Rules[0], StringComparison.Ordinal);
        Assert.Contains(decision.Rules, r => r.StartsWith("Sample ratio mismatch", StringComparison.Ordinal));
        Assert.Contains(decision.Rules, r => r.StartsWith("The window of", StringComparison.Ordinal));
        Assert.DoesNotContain(decision.Rules, r => r.Contains("better than control", StringComparison.Ordinal));
    }

    private static AnalysisInput Faulty
    {
        get
        {
            AnalysisInput input = new Campaign(Metric.OpenRate).Segment("a", (2000, [200]), (2004, [320]))
                .Cell("a", ArmId.Control, Metric.ComplaintRate, 2000, 0, 0).Cell("a", Campaign.Arm(1), Metric.ComplaintRate, 2000, 30, 30)
                .Input(EngagementSource.Simulated);
            return input with
            {
                AssignedHere = true,
                Stages = [new(StageName.Delivered, SegmentId.From("a"), ArmId.Control, 2000), new(StageName.Delivered, SegmentId.From("a"), Campaign.Arm(1), 1500)],
                Window = new(Close.AddDays(-1), Close, 0.9),
                Plan = new(Close.AddDays(-20), "0a1b", ["alpha was changed"]),
            };
        }
    }

    private static void Expect(string status, AnalysisInput input, string words)
    {
        Decision decision = ExperimentAnalyzer.Analyze(input).Decision;
        Assert.Equal(status, decision.Status);
        Assert.Contains(words, string.Join('\n', decision.Rules), StringComparison.Ordinal);
    }
}
