using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Arms in order, where all of them exist.</summary>
public sealed class RankingTests
{
    [Fact]
    public void Arms_are_ranked_over_the_segments_that_have_all_of_them()
    {
        RankingResult ranking = new Campaign()
            .Segment("a", (100, [10]), (100, [20]), (100, [12]))
            .Segment("b", (100, [10]), (100, [18]), (100, [13]))
            .Segment("c", (100, [2]), (100, [90]))
            .Analyze().Ranking!;
        Assert.Equal((Metric.ClickRate, null), (ranking.Metric, ranking.NotEstimable));
        Assert.Equal(["a", "b"], ranking.SegmentsIncluded);
        Assert.Equal(0.75, ranking.PopulationShare!.Value, 1e-12);
        Assert.Equal(["treatment-1", "treatment-2", "control"], ranking.Arms.Select(a => a.Arm));
        Assert.Equal(0.19, ranking.Arms[0].Rate!.Value, 1e-12);
        Assert.Equal(1, ranking.Arms.Sum(a => a.ChanceToBeBest!.Value), 1e-9);
        Assert.True(ranking.Arms[0].ExpectedLoss < ranking.Arms[1].ExpectedLoss && ranking.Arms[1].ExpectedLoss < ranking.Arms[2].ExpectedLoss);
    }

    [Fact]
    public void With_two_arms_the_chance_to_be_best_is_the_chance_to_beat_control()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (200, [20]), (200, [33])).Analyze();
        Assert.Equal(Campaign.Find(analysis, "all", "treatment-1").ChanceToBeatControl!.Value, analysis.Ranking!.Arms[0].ChanceToBeBest!.Value, 1e-9);
    }

    [Fact]
    public void Pooling_that_turns_an_effect_around_forbids_a_ranking()
    {
        RankingResult ranking = new Campaign()
            .Segment("keen", [0.9, 0.1], (9000, [4500]), (1000, [600]))
            .Segment("idle", [0.1, 0.9], (1000, [50]), (9000, [900]))
            .Analyze().Ranking!;
        Assert.Empty(ranking.Arms);
        Assert.Contains("treatment-1", ranking.NotEstimable, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_ranked_says_why()
    {
        Assert.Equal("no segment has customers in all arms", new Campaign().Segment("a", (100, [10]), (0, [0])).Analyze().Ranking!.NotEstimable);
        Assert.Contains("number per customer", new Campaign(Metric.RevenuePerRecipient).Segment("a", (100, [10]), (100, [0])).Analyze().Ranking!.NotEstimable, StringComparison.Ordinal);
        Assert.NotNull(new Campaign().Segment("a", (100, [10]), (100, [0])).Analyze(EngagementSource.None).Ranking!.NotEstimable);
        Assert.Null(new Campaign().Analyze().Ranking);
    }

    [Fact]
    public void Arms_without_a_share_are_not_ranked() =>
        Assert.Equal(2, new Campaign().Segment("a", [0.5, 0.5, 0], (500, [80]), (500, [84]), (0, [0])).Analyze().Ranking!.Arms.Count);

    [Fact]
    public void Sharing_a_grid_changes_nothing()
    {
        BetaPosterior[] posteriors = [new(new Proportion(3, 20)), new(new Proportion(400, 2000)), new(new Proportion(410, 2000)), new(new Proportion(0, 5))];
        var grid = new PosteriorGrid(posteriors);
        PosteriorValues[] values = [.. posteriors.Select(grid.Of)];
        Assert.Equal(ChanceToBeBest.Of(posteriors), ChanceToBeBest.Of(grid, values));
        Assert.Equal(ExpectedLoss.AgainstBest(posteriors), ExpectedLoss.AgainstBest(grid, values));
    }
}
