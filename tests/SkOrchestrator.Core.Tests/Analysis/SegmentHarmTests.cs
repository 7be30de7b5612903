using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>A treatment that is better over all and worse in a segment: what the verdict must say.</summary>
public sealed class SegmentHarmTests
{
    private static Campaign Mixed => new Campaign().Segment("A", (2000, [100]), (2000, [300])).Segment("B", (1000, [200]), (1000, [120]));

    [Fact]
    [Requirement("5.7")]
    public void A_winner_that_is_worse_in_a_segment_says_so_in_the_rule_and_in_the_first_caveat()
    {
        Decision decision = Mixed.Analyze().Decision;
        Assert.Equal("winner", decision.Status);
        Assert.Contains("over all 2 segments (100 % of the customers), but worse in B;", decision.Rules[0], StringComparison.Ordinal);
        Assert.Contains("the effect differs between segments (corrected p below 0.0001)", decision.Rules[0], StringComparison.Ordinal);
        Assert.StartsWith("treatment-1 is not better for everybody: in B it is worse than control (click_rate −8", decision.Caveats[0], StringComparison.Ordinal);
    }

    [Fact]
    public void No_rule_claims_a_direction_by_segment_that_was_not_checked() =>
        Assert.All(
            Mixed.Analyze().Decision.Rules.Concat(new Campaign().Segment("a", (1000, [80]), (1000, [140])).Analyze().Decision.Rules),
            r => Assert.DoesNotContain("by segment", r, StringComparison.Ordinal));

    [Fact]
    public void A_worse_segment_without_heterogeneity_is_a_lead()
    {
        // eight metrics with the same counts: B alone has p 0.04, and the contrast of A and B p 0.01, times eight questions
        string[] metrics = [Metric.ClickRate, .. Enumerable.Range(1, 7).Select(i => $"metric-{i}")];
        ExperimentAnalysis analysis = new Campaign(metrics)
            .Segment("A", (40_000, Eight(4000)), (40_000, Eight(4400))).Segment("B", (600, Eight(90)), (600, Eight(66))).Analyze();
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.Contains("but worse in B", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain("differs", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.StartsWith("In B treatment-1 looks worse than control (click_rate −4", analysis.Decision.Caveats[0], StringComparison.Ordinal);

        static long[] Eight(long successes) => [.. Enumerable.Repeat(successes, 8)];
    }

    [Fact]
    public void Segments_without_harm_are_not_mentioned()
    {
        Decision decision = new Campaign().Segment("A", (2000, [100]), (2000, [300])).Segment("B", (1000, [120]), (1000, [115])).Analyze().Decision;
        Assert.Equal("winner", decision.Status);
        Assert.DoesNotContain("worse", string.Join('\n', decision.Rules.Concat(decision.Caveats)), StringComparison.Ordinal);
    }
}
