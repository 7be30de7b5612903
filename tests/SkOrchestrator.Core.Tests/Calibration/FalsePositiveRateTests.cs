using SkOrchestrator.Planning;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Calibration;

/// <summary>How often the analysis calls a difference significant where both arms have the same rate: by complete enumeration where that is cheap.</summary>
public sealed class FalsePositiveRateTests
{
    private const double Alpha = 0.05;
    private const int Experiments = 4000;

    private readonly TwoArms _analysis = new();

    [Fact]
    [Requirement("5.7")]
    public void At_50_per_arm_and_a_rate_of_25_percent_it_is_5_percent() => Assert.InRange(Exact(50, 0.25), 0.049, 0.051);

    [Fact]
    [Requirement("5.7")]
    public void At_50_per_arm_and_a_rate_of_2_percent_Fisher_decides_and_it_is_at_most_5_percent() => Assert.InRange(Exact(50, 0.02), 1e-6, Alpha);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.25)]
    [Requirement("5.7")]
    public void At_500_per_arm_it_is_5_percent(double rate) => Assert.InRange(Exact(500, rate), 0.045, 0.053);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.25)]
    [Requirement("5.7")]
    public void At_50_000_per_arm_it_is_5_percent_up_to_the_error_of_a_simulation(double rate)
    {
        int found = Enumerable.Range(0, Experiments).Count(i =>
        {
            var sampler = new CountSampler(20260914, i);
            return IsSignificant(new(new(sampler.Binomial(50_000, rate), 50_000), new(sampler.Binomial(50_000, rate), 50_000)));
        });
        double error = Math.Sqrt(Alpha * (1 - Alpha) / Experiments);
        Assert.InRange(found / (double)Experiments, Alpha - (3 * error), Alpha + (3 * error));
    }

    /// <summary>The test does not care which arm is called control, so half of the tables will do.</summary>
    private double Exact(int perArm, double rate) => BinomialLaw.Share(perArm, perArm, rate, rate, arms =>
        IsSignificant(arms.Control.Successes <= arms.Treatment.Successes ? arms : new(arms.Treatment, arms.Control)));

    private bool IsSignificant(Stratum arms)
    {
        // with enough events, what is far from significance or far beyond it need not be analysed as a whole
        double z = Math.Abs(TwoProportionTest.Z(arms).OrNull()?.Statistic ?? 0);
        return TwoProportionTest.MinimumExpected(arms) > 50 && z is < 1.8 or > 2.2 ? z > 2.2 : _analysis.Compare(arms).Significant;
    }
}
