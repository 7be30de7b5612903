using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Counts of nothing and of all: no certainty that a sample can't give, and no gap where something is known.</summary>
public sealed class ExtremeNumberTests
{
    [Fact]
    [Requirement("5.6")]
    public void Without_control_events_the_lift_is_bounded_from_below()
    {
        Comparison c = Campaign.Find(new Campaign().Segment("a", (5000, [0]), (5000, [40])).Analyze(), "all", "treatment-1");
        double low = KoopmanInterval.Of(new(new(0, 5000), new(40, 5000)), 0.95).OrNull()!.Low;
        Assert.Equal(new Interval(null, (low - 1) * 100, null), c.RelativeLiftPercent);
        Assert.True(low > 1);
        Assert.Contains("not defined", c.NotEstimable, StringComparison.Ordinal);
    }

    [Fact]
    public void No_p_value_and_no_chance_is_zero_or_one()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (5000, [4900]), (5000, [100])).Segment("b", (5000, [4900]), (5000, [100])).Analyze();
        Assert.All(analysis.Comparisons, c => Assert.True(c is { PValue: > 0, ChanceToBeatControl: > 0 and < 1 }, c.Segment));
        Assert.All(analysis.Ranking!.Arms, a => Assert.True(a.ChanceToBeBest is > 0 and < 1, a.Arm));
        ExperimentAnalysis other = new Campaign().Segment("a", (5000, [100]), (5000, [4900])).Analyze();
        Assert.All(other.Comparisons, c => Assert.True(c.ChanceToBeatControl is > 0.999 and < 1));
        Assert.True(Campaign.Find(new Campaign().Segment("a", (5000, [5000]), (5000, [2500])).Analyze(), "all", "treatment-1").PValue > 0);
        Assert.True(new Campaign().Segment("a", (5000, [500]), (5000, [4900])).Analyze().Power[0].Achieved is > 0.999 and < 1);
    }

    [Theory]
    [InlineData(0, "no events in any arm")]
    [InlineData(5000, "every customer of all arms had the event")]
    public void Counts_without_information_give_neither_a_chance_nor_a_ranking(long successes, string why)
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (5000, [successes]), (5000, [successes])).Analyze();
        Assert.Null(Campaign.Find(analysis, "all", "treatment-1").ChanceToBeatControl);
        Assert.Empty(analysis.Ranking!.Arms);
        Assert.StartsWith(why, analysis.Ranking.NotEstimable, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_of_values_that_do_not_vary_is_given_without_an_interval()
    {
        var one = new Campaign(Metric.RevenuePerRecipient);
        var two = new Campaign(Metric.RevenuePerRecipient);
        foreach ((Campaign campaign, string segment) in new[] { (one, "a"), (two, "a"), (two, "b") })
        {
            campaign.Plan(segment, (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
                .Cell(segment, ArmId.Control, Metric.RevenuePerRecipient, 20, 160, 1280).Cell(segment, Campaign.Arm(1), Metric.RevenuePerRecipient, 20, 140, 980);
        }

        foreach (Comparison c in one.Analyze().Comparisons.Concat(two.Analyze().Comparisons))
        {
            Assert.Equal((new Interval(-1, null, null), null, "none", "the values do not vary in either arm"), (c.AbsoluteDifference, c.PValue, c.Test, c.NotEstimable));
            Assert.Null(c.SimultaneousDifference);
        }
    }
}
