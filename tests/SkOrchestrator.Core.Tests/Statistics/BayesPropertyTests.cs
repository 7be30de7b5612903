using FsCheck.Xunit;

namespace SkOrchestrator.Statistics;

/// <summary>What must hold for the posteriors of any counts.</summary>
[Properties(Replay = "20260901,31", MaxTest = 50)]
public sealed class BayesPropertyTests
{
    [Property]
    public void Chances_to_be_best_add_up_to_1(ushort a, ushort b, ushort c, ushort d, ushort e, ushort f)
    {
        BetaPosterior[] arms = [.. Arms(a, b, c, d), .. Arms(e, f, f, e)];
        IReadOnlyList<double> chances = ChanceToBeBest.Of(arms);
        Assert.Equal(1, chances.Sum(), 1e-11);
        Assert.All(chances, p => Assert.InRange(p, 0, 1));
    }

    [Property]
    public void One_of_two_is_better(ushort a, ushort b, ushort c, ushort d)
    {
        BetaPosterior[] arms = Arms(a, b, c, d);
        Assert.Equal(1, ChanceToBeat.Of(arms[0], arms[1]) + ChanceToBeat.Of(arms[1], arms[0]), 1e-11);
    }

    [Property]
    public void Order_of_the_arms_does_not_matter(ushort a, ushort b, ushort c, ushort d)
    {
        BetaPosterior[] arms = [.. Arms(a, b, c, d), new(new(3, 40))];
        Assert.Equal(ChanceToBeBest.Of(arms), ChanceToBeBest.Of([.. arms.Reverse()]).Reverse(), (x, y) => Math.Abs(x - y) < 1e-11);
        Assert.Equal(ExpectedLoss.AgainstBest(arms), ExpectedLoss.AgainstBest([.. arms.Reverse()]).Reverse(), (x, y) => Math.Abs(x - y) < 1e-11);
    }

    [Property]
    public void Losses_differ_by_the_means_and_are_not_negative(ushort a, ushort b, ushort c, ushort d)
    {
        BetaPosterior[] arms = [.. Arms(a, b, c, d), new(new(30, 400))];
        IReadOnlyList<double> losses = ExpectedLoss.AgainstBest(arms);
        Assert.All(losses, loss => Assert.InRange(loss, 0, 1));
        Assert.Equal(arms[1].Mean - arms[0].Mean, losses[0] - losses[1], 1e-11);
        Assert.Equal(arms[2].Mean - arms[0].Mean, losses[0] - losses[2], 1e-11);
    }

    [Property]
    public void One_more_success_raises_chance_and_interval_and_lowers_the_loss(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum counts = Some.Arms(a, b, c, d);
        var control = new BetaPosterior(counts.Control);
        var before = new BetaPosterior(new(counts.Treatment.Successes, counts.Treatment.Trials + 1));
        var after = new BetaPosterior(new(counts.Treatment.Successes + 1, counts.Treatment.Trials + 1));
        Assert.True(ChanceToBeat.Of(control, after) >= ChanceToBeat.Of(control, before));
        Assert.True(ExpectedLoss.Of(after, control) <= ExpectedLoss.Of(before, control));
        Assert.True(after.Interval(0.95).Low > before.Interval(0.95).Low && after.Interval(0.95).High > before.Interval(0.95).High);
    }

    [Property]
    public void Wider_intervals_contain_narrower_ones_and_mirror_with_the_event(ushort a, ushort b)
    {
        BetaPosterior posterior = Arms(a, b, 1, 1)[0];
        Bounds half = posterior.Interval(0.5);
        Bounds most = posterior.Interval(0.9);
        Assert.True(most.Low < half.Low && half.Low < half.High && half.High < most.High);
        BetaPosterior mirrored = new(new((long)posterior.Beta - 1, (long)(posterior.Alpha + posterior.Beta) - 2));
        Assert.Equal(1 - half.High, mirrored.Interval(0.5).Low, 1e-12);
    }

    private static BetaPosterior[] Arms(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        return [new(arms.Control), new(arms.Treatment)];
    }
}
