namespace SkOrchestrator.Statistics;

/// <summary>
/// Beta posteriors against 40-digit numbers: mpmath 1.2.1, quantiles by bisection of betainc, chances and losses by quad over the logit of the rate.
/// </summary>
public sealed class BayesTests
{
    private const double Relative = 1e-11;

    [Theory]
    [InlineData(0, 180, 0.5, 2.7241798463778539e-6, 0.013839193740452601)]
    [InlineData(0, 0, 0.5, 0.0015413331334360119, 0.99845866686656399)]
    [InlineData(0, 0, 1, 0.025, 0.975)]
    [InlineData(3, 5, 0.5, 0.20941666407600484, 0.90560967265565594)]
    public void Interval_has_all_digits(long successes, long trials, double prior, double low, double high)
    {
        Bounds interval = new BetaPosterior(new(successes, trials), prior, prior).Interval(0.95);
        Close(low, interval.Low);
        Close(high, interval.High);
    }

    [Fact]
    public void Chance_and_loss_have_all_digits_where_the_density_has_a_pole()
    {
        var control = new BetaPosterior(new(0, 180), 0.5, 0.5);
        var treatment = new BetaPosterior(new(3, 200), 0.5, 0.5);
        Close(0.96016811499591725, ChanceToBeat.Of(control, treatment));
        Close(0.039831885004082746, ChanceToBeat.Of(treatment, control));
        Close(0.0001826461369064516, ExpectedLoss.Of(treatment, control));
        Close(0.014833150521063017, ExpectedLoss.Of(control, treatment));
    }

    [Fact]
    public void Tiny_chances_and_losses_keep_their_digits()
    {
        var low = new BetaPosterior(new(100, 1000));
        var high = new BetaPosterior(new(200, 1000));
        Close(1.459325065750327e-10, ChanceToBeat.Of(high, low));
        Close(3.5626642425836856e-13, ExpectedLoss.Of(high, low));
    }

    [Fact]
    public void Chance_and_loss_follow_from_the_normal_limit_at_a_hundred_million()
    {
        var control = new BetaPosterior(new(21_003_457, 100_000_000));
        var treatment = new BetaPosterior(new(21_018_822, 100_000_000));
        Assert.InRange(ChanceToBeat.Of(treatment, control), 0.00382750504954628 * (1 - 1e-9), 0.00382750504954628 * (1 + 1e-9));
        Assert.Equal(treatment.Mean - control.Mean, ExpectedLoss.Of(control, treatment) - ExpectedLoss.Of(treatment, control), 1e-14);
    }

    [Fact]
    public void Rates_far_apart_cost_exactly_their_difference()
    {
        var low = new BetaPosterior(new(2, 100_000_000));
        var high = new BetaPosterior(new(90_000_000, 100_000_000));
        Close(high.Mean - low.Mean, ExpectedLoss.Of(low, high));
        Assert.InRange(ExpectedLoss.Of(high, low), 0, 1e-20);
        Assert.Equal(1, ChanceToBeat.Of(low, high), 1e-12);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-2)]
    public void Almost_improper_priors_give_finite_answers(double prior)
    {
        BetaPosterior[] arms = [.. new Proportion[] { new(0, 0), new(0, 20), new(20, 20) }.Select(p => new BetaPosterior(p, prior, prior))];
        Assert.Equal(1, ChanceToBeBest.Of(arms).Sum(), 1e-9);
        Assert.All(ExpectedLoss.AgainstBest(arms), loss => Assert.InRange(loss, 0, 1));
        Assert.Equal(arms[2].Mean - arms[1].Mean, ExpectedLoss.Of(arms[1], arms[2]) - ExpectedLoss.Of(arms[2], arms[1]), 1e-9);
    }

    [Fact]
    public void Prior_without_weight_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaPosterior(new(1, 2), 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaPosterior(new(1, 2)).Interval(1));
    }

    [Fact]
    public void Lift_has_no_mean_while_the_control_may_be_zero()
    {
        var treatment = new BetaPosterior(new(9, 20));
        Assert.Null(PosteriorLift.Mean(new BetaPosterior(new(0, 20)), treatment));
        Assert.NotNull(PosteriorLift.Mean(new BetaPosterior(new(1, 20)), treatment));
    }

    private static void Close(double expected, double actual) => Assert.InRange(actual, expected * (1 - Relative), expected * (1 + Relative));
}
