namespace SkOrchestrator.Statistics;

/// <summary>How often the test that the analysis chooses finds a difference where there is none.</summary>
public sealed class FalsePositiveTests
{
    private const int Experiments = 4000;

    [Theory]
    [InlineData(20, 20, 0.25)]
    [InlineData(30, 300, 0.02)]
    [InlineData(50, 50, 0.10)]
    [InlineData(200, 200, 0.02)]
    [InlineData(500, 500, 0.20)]
    [Requirement("5.7")]
    public void Chosen_test_errs_in_at_most_about_five_of_a_hundred(int control, int treatment, double rate)
    {
        var random = new Random(7);
        int found = Enumerable.Range(0, Experiments).Count(_ => PValue(Draw(random, control, treatment, rate, rate)) < 0.05);
        Assert.InRange(found / (double)Experiments, 0, 0.065);
    }

    [Fact]
    [Requirement("5.7")]
    public void Chosen_test_finds_a_large_difference()
    {
        var random = new Random(7);
        int found = Enumerable.Range(0, 500).Count(_ => PValue(Draw(random, 500, 500, 0.2, 0.3)) < 0.05);
        Assert.InRange(found / 500.0, 0.9, 1);
    }

    [Fact]
    [Requirement("5.8")]
    public void Difference_interval_covers_the_true_difference_in_about_95_of_a_hundred()
    {
        var random = new Random(7);
        int covered = Enumerable.Range(0, 2000).Count(_ =>
        {
            Bounds interval = NewcombeInterval.Of(Draw(random, 120, 130, 0.2, 0.25), 0.95).OrNull()!;
            return interval.Low <= 0.05 && 0.05 <= interval.High;
        });
        Assert.InRange(covered / 2000.0, 0.935, 0.975);
    }

    private static double PValue(Stratum arms) =>
        TwoProportionTest.MinimumExpected(arms) < TwoProportionTest.SmallestExpectedCount
            ? FisherExactTest.TwoSided(arms).OrNull()!.PValue
            : TwoProportionTest.ChiSquare(arms).OrNull()!.PValue;

    private static Stratum Draw(Random random, int control, int treatment, double controlRate, double treatmentRate) =>
        new(Draw(random, control, controlRate), Draw(random, treatment, treatmentRate));

    private static Proportion Draw(Random random, int trials, double rate) => new(Enumerable.Range(0, trials).Count(_ => random.NextDouble() < rate), trials);
}
