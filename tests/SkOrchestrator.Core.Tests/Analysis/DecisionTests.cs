using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>Which conclusion is drawn from what.</summary>
public sealed class DecisionTests
{
    private static Campaign Strong => new Campaign().Segment("a", (1000, [80]), (1000, [140]), (1000, [82])).Segment("b", (1000, [90]), (1000, [150]), (1000, [88]));

    [Fact]
    [Requirement("5.7")]
    public void A_clear_effect_of_real_arms_wins()
    {
        ExperimentAnalysis analysis = Strong.Analyze();
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.Contains("treatment-1", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain(analysis.Decision.Rules, r => r.Contains("treatment-2", StringComparison.Ordinal));
        Assert.True(Campaign.Find(analysis, "all", "treatment-1").Significant);
        Assert.False(Campaign.Find(analysis, "all", "treatment-2").Significant);
    }

    [Fact]
    public void A_simulated_run_is_always_simulated()
    {
        ExperimentAnalysis analysis = Strong.Analyze(EngagementSource.Simulated);
        Assert.Equal("simulated", analysis.Decision.Status);
        Assert.Contains(analysis.Decision.Caveats, c => c.StartsWith("SIMULATED", StringComparison.Ordinal));
        Assert.Equal("simulated", new Campaign().Analyze(EngagementSource.Simulated).Decision.Status);
    }

    [Fact]
    public void Labels_of_one_mail_for_all_are_a_check_and_nothing_is_significant()
    {
        ExperimentAnalysis analysis = Strong.Analyze(armsWereSent: false);
        Assert.Equal("aa_check", analysis.Decision.Status);
        Assert.DoesNotContain(analysis.Comparisons, c => c.Significant);
        Assert.All(analysis.Comparisons, c => Assert.NotNull(c.PValue));
    }

    [Fact]
    public void Without_engagement_there_is_no_estimate()
    {
        ExperimentAnalysis analysis = Strong.Analyze(EngagementSource.None);
        Assert.Equal("not_enough_data", analysis.Decision.Status);
        Assert.All(analysis.Comparisons, c => Assert.Equal("no engagement was observed", c.NotEstimable));
        Assert.All(analysis.Comparisons, c => Assert.Null(c.AbsoluteDifference));
        Assert.All(analysis.Arms, a => Assert.True(a.Assigned > 0 && a.Metrics.Count == 0));
        Assert.NotEmpty(analysis.Decision.Caveats);
    }

    [Fact]
    public void Without_a_design_there_is_no_estimate_and_no_crash()
    {
        ExperimentAnalysis analysis = new Campaign(Metric.OpenRate, Metric.RevenuePerRecipient).Analyze();
        Assert.Equal("not_enough_data", analysis.Decision.Status);
        Assert.Equal(2 * 4, analysis.Comparisons.Count);
        Assert.All(analysis.Comparisons, c => Assert.StartsWith("there is no experiment", c.NotEstimable, StringComparison.Ordinal));
        Assert.Null(analysis.SampleRatio.PValue);
        Assert.Empty(analysis.Arms);
    }

    [Fact]
    public void A_broken_split_forbids_a_verdict()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (1000, [80]), (1300, [240])).Analyze();
        Assert.Equal("unhealthy", analysis.Decision.Status);
        Assert.True(analysis.SampleRatio.Mismatch);
        Assert.DoesNotContain(analysis.Comparisons, c => c.Significant);
    }

    [Fact]
    public void The_split_is_held_against_the_weights_of_the_segment()
    {
        Assert.False(new Campaign().Segment("a", [0.9, 0.1], (9000, [80]), (1000, [9])).Analyze().SampleRatio.Mismatch);
        Assert.True(new Campaign().Segment("a", [0.5, 0.5], (9000, [80]), (1000, [9])).Analyze().SampleRatio.Mismatch);
    }

    [Fact]
    public void A_small_difference_in_a_fair_sample_is_inconclusive()
    {
        Decision decision = new Campaign().Segment("a", (2000, [200]), (2000, [205])).Analyze().Decision;
        Assert.Equal("inconclusive", decision.Status);
    }

    [Fact]
    [Requirement("5.8")]
    public void A_sample_that_would_miss_a_doubled_rate_is_not_enough()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (50, [3]), (50, [5])).Analyze();
        Assert.Equal("not_enough_data", analysis.Decision.Status);
        Assert.True(analysis.Power[0].DetectableLiftPercent > 100);
        Assert.NotNull(Campaign.Find(analysis, "all", "treatment-1").RelativeLiftPercent!.CiLow);
    }

    [Fact]
    public void A_treatment_that_is_worse_never_wins()
    {
        Decision decision = new Campaign().Segment("a", (1000, [200]), (1000, [120])).Analyze().Decision;
        Assert.Equal("inconclusive", decision.Status);
        Assert.Contains(decision.Rules, r => r.EndsWith("worse than control.", StringComparison.Ordinal));
    }

    [Fact]
    public void Pooled_counts_that_point_the_other_way_forbid_a_win()
    {
        // treatment is better in both segments, but sits mostly in the one where few click
        ExperimentAnalysis analysis = new Campaign()
            .Segment("keen", [0.9, 0.1], (9000, [4500]), (1000, [600]))
            .Segment("idle", [0.1, 0.9], (1000, [50]), (9000, [900]))
            .Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Assert.True(all.Reversal);
        Assert.True(all.Significant && all.AbsoluteDifference!.Estimate > 0 && all.Crude < 0);
        Assert.NotEqual("winner", analysis.Decision.Status);
    }
}
