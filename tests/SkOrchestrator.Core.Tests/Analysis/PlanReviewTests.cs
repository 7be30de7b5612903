namespace SkOrchestrator.Analysis;

/// <summary>How a locked plan, or the lack of one, shows.</summary>
public sealed class PlanReviewTests
{
    private static readonly DateTimeOffset LockedAt = new(2026, 9, 1, 8, 30, 0, TimeSpan.Zero);

    private static Campaign Strong => new Campaign().Segment("a", (1000, [80]), (1000, [140]));

    [Fact]
    public void Without_a_plan_a_verdict_has_a_caveat()
    {
        ExperimentAnalysis analysis = Strong.Analyze();
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.Contains("No plan was locked before the data were seen.", analysis.Decision.Caveats);
        Assert.Null(analysis.Plan);
    }

    [Fact]
    public void A_plan_that_was_kept_to_is_named_and_no_caveat()
    {
        ExperimentAnalysis analysis = Analyze(Strong);
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.DoesNotContain(analysis.Decision.Caveats, c => c.Contains("plan was locked", StringComparison.Ordinal));
        Assert.Contains(analysis.Notes, n => n == "The plan was locked on 2026-09-01 08:30 UTC (SHA-256 0a1b) and was kept to.");
        Assert.Equal("0a1b", analysis.Plan!.Sha256);
    }

    [Fact]
    public void A_deviation_makes_what_looks_like_a_winner_exploratory()
    {
        ExperimentAnalysis analysis = Analyze(Strong, "alpha is 0.1 instead of 0.05", "the window is 14 days instead of 7");
        Assert.Equal("inconclusive", analysis.Decision.Status);
        Assert.StartsWith("exploratory: treatment-1", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.Equal(
            ["Exploratory, because it deviates from the locked plan: alpha is 0.1 instead of 0.05", "Exploratory, because it deviates from the locked plan: the window is 14 days instead of 7"],
            analysis.Decision.Caveats.Take(2));
        Assert.DoesNotContain(analysis.Decision.Rules, r => r.Contains(": better than control", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deviation_makes_what_looks_equivalent_exploratory()
    {
        AnalysisInput input = new Campaign().Segment("a", (1_000_000, [100_000]), (1_000_000, [100_050])).Input();
        input = input with { Experiment = input.Experiment with { SmallestEffectPercent = 5 } };
        Assert.Equal("equivalent", ExperimentAnalyzer.Analyze(input).Decision.Status);
        Decision decision = ExperimentAnalyzer.Analyze(input with { Plan = new(LockedAt, "0a1b", ["the primary metric"]) }).Decision;
        Assert.Equal("inconclusive", decision.Status);
        Assert.StartsWith("exploratory: every treatment looks within 5 %", decision.Rules[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_deviation_changes_nothing_where_there_was_no_verdict_to_give()
    {
        Decision decision = Analyze(new Campaign().Segment("a", (50, [3]), (50, [5])), "alpha").Decision;
        Assert.Equal("not_enough_data", decision.Status);
        Assert.StartsWith("Exploratory", decision.Caveats[0], StringComparison.Ordinal);
    }

    private static ExperimentAnalysis Analyze(Campaign campaign, params string[] deviations) =>
        ExperimentAnalyzer.Analyze(campaign.Input() with { Plan = new(LockedAt, "0a1b", deviations) });
}
