using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

public class BacktestTests
{
    private const int Replicates = 300;

    [Fact]
    public void False_winners_stay_at_or_below_alpha()
    {
        var result = Backtest.Run(Plans.Experiment, Segments(2000), Replicates);

        var error = Math.Sqrt(0.05 * 0.95 / Replicates);
        Assert.InRange(result.FalseWinners!.Share, 0, 0.05 + (3 * error));
        Assert.InRange(result.FalseWinners.Share, result.FalseWinners.CiLow, result.FalseWinners.CiHigh);
        Assert.Equal(0.05, result.Alpha);
    }

    [Fact]
    public void A_lift_is_found_more_often_with_more_customers()
    {
        var shares = new[] { 500, 5000, 50_000 }.Select(size => Backtest.Run(Plans.Experiment, Segments(size), Replicates).Found!.Share).ToList();

        Assert.True(shares[0] < shares[1] && shares[1] < shares[2], string.Join(", ", shares));
        Assert.True(shares[2] > 0.95);
    }

    [Fact]
    public void Share_found_is_the_planned_power()
    {
        BacktestSegment[] segments = [new(SegmentId.Numbered(1), 8960, [28_000, 28_000, 28_000, 28_000])];
        var planned = PowerOutlook.Of(Plans.Experiment, 28_000, 28_000, Plans.Baselines()).Single(m => m.IsPrimary).Achieved!.Value;

        var found = Backtest.Run(Plans.Experiment, segments, Replicates).Found!;

        // Holm finds a little more than Bonferroni, which the plan reckons with
        Assert.InRange(found.Share, planned - 0.07, planned + 0.09);
    }

    [Fact]
    public void Control_costs_the_successes_that_the_lift_would_have_brought()
    {
        BacktestSegment[] segments = [new(SegmentId.Numbered(1), 80, [250, 250, 250, 250]), new(SegmentId.Numbered(2), 100, [100, 100, 150, 150])];

        var cost = Backtest.Run(Plans.Experiment, segments, 5).ControlCost!;

        Assert.Equal(350, cost.ControlCustomers);
        Assert.Equal((250 * 0.08 * 0.1) + (100 * 0.2 * 0.1), cost.ExpectedForegone, 10);
        Assert.Equal(4.0 / 350, cost.PerControlCustomer, 10);
        Assert.Equal(4.0 / 1500, cost.PerCustomer, 10);
    }

    [Fact]
    public void Same_seed_gives_the_same_answer_and_another_seed_another()
    {
        var first = Backtest.Run(Plans.Experiment, Segments(1000), 50);

        Assert.Equal(first, Backtest.Run(Plans.Experiment, Segments(1000), 50));
        Assert.NotEqual(first.Found, Backtest.Run(Plans.Experiment with { Seed = 8 }, Segments(1000), 50).Found);
    }

    [Fact]
    public void A_number_per_customer_is_refused_honestly()
    {
        var result = Backtest.Run(Plans.Experiment with { Primary = Metric.RevenuePerRecipient }, Segments(100), 10);

        Assert.Contains("not built", result.NotEstimable);
        Assert.Null(result.FalseWinners);
        Assert.Null(result.Found);
        Assert.Null(result.ControlCost);
    }

    [Theory]
    [InlineData(0, "nobody")]
    [InlineData(400, "everybody")]
    public void Nothing_is_claimed_where_nothing_varies(long successes, string who)
    {
        var result = Backtest.Run(Plans.Experiment, [new(SegmentId.Numbered(1), successes, [100, 100, 100, 100])], 10);

        Assert.Contains(who, result.NotEstimable);
        Assert.Null(result.FalseWinners);
    }

    [Fact]
    public void A_lift_above_one_is_not_looked_for()
    {
        var result = Backtest.Run(Plans.Experiment, [new(SegmentId.Numbered(1), 380, [100, 100, 100, 100])], 10);

        Assert.NotNull(result.FalseWinners);
        Assert.Null(result.Found);
        Assert.Contains("above 1", result.NotEstimable);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(400)]
    [InlineData(5000)]
    public void A_draw_is_decided_as_the_whole_analysis_decides_it(long size)
    {
        var worlds = new BacktestWorlds(Plans.Experiment with { Alpha = 0.2 }, [.. Segments(size).Take(2)]);
        var winners = 0;

        for (var i = 0; i < 40; i++)
        {
            foreach (var draw in new[] { worlds.Draw(i), worlds.Lift(worlds.Draw(i), i) })
            {
                var decided = ExperimentAnalyzer.Analyze(worlds.Input(draw)).Decision.Status == DecisionStatus.Winner;
                winners += decided ? 1 : 0;
                Assert.Equal(decided, worlds.HasWinner(draw));
            }
        }

        Assert.InRange(winners, 1, 79);
    }

    private static List<BacktestSegment> Segments(long size) =>
    [
        new(SegmentId.Numbered(1), size * 4 * 6 / 100, [size, size, size, size]),
        new(SegmentId.Numbered(2), size * 2 * 12 / 100, [size / 2, size / 2, size / 2, size / 2]),
        new(SegmentId.Numbered(3), 0, [0, 0, 0, 0]),
    ];
}
