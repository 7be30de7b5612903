namespace SkOrchestrator.Statistics;

/// <summary>Tails and quantiles against values of 50-digit arithmetic and against each other.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.25, 1.0 / 3)]
    [InlineData(2, 3, 0.5, 0.6875)]
    [InlineData(1, 5, 0.1, 0.40951)]
    [InlineData(20, 1, 0.9, 0.12157665459056929)]
    public void Incomplete_beta_has_its_known_values(double a, double b, double x, double expected) =>
        Assert.Equal(expected, IncompleteBeta.Lower(x, 1 - x, a, b), expected * 1e-13);

    [Theory]
    [InlineData(10)]
    [InlineData(10_000)]
    [InlineData(1_000_000)]
    [InlineData(100_000_000)]
    public void Symmetric_beta_is_even_at_one_half(double shape) => Assert.Equal(0.5, IncompleteBeta.Lower(0.5, 0.5, shape, shape), 1e-9);

    [Fact]
    public void Beta_quantiles_invert_the_distribution()
    {
        foreach ((double a, double b) in ((double, double)[])[(0.5, 180.5), (3, 1), (131, 370), (4, 999_998), (2_000_000.5, 98_000_000.5)])
        {
            foreach (double tail in (double[])[1e-6, 0.025, 0.5])
            {
                double low = BetaQuantile.Lower(tail, a, b);
                Assert.Equal(tail, IncompleteBeta.Lower(low, 1 - low, a, b), tail * 1e-8);
                double high = BetaQuantile.Upper(tail, a, b);
                Assert.Equal(tail, IncompleteBeta.Lower(1 - high, high, b, a), tail * 1e-7);
            }
        }
    }

    [Fact]
    public void Logarithms_of_tails_join_the_plain_tails()
    {
        foreach (double z in (double[])[0.1, 2, 29.99, 30.01, 37])
        {
            Assert.Equal(Math.Log10(NormalTail.TwoSided(z)), NormalTail.Log10TwoSided(z), 1e-10);
        }

        foreach (double degrees in (double[])[1, 2, 3, 7])
        {
            Assert.Equal(Math.Log10(ChiSquareTail.Upper(50, degrees)), ChiSquareTail.Log10Upper(50, degrees), 1e-10);
            double before = ChiSquareTail.Log10Upper(1320, degrees);
            double after = ChiSquareTail.Log10Upper(1340, degrees);
            Assert.InRange(before - after, 4.2, 4.5);
        }

        Assert.Equal(-100_000 / 2 / Math.Log(10), ChiSquareTail.Log10Upper(100_000, 2), 1e-8);
        Assert.InRange(FisherExactTest.Log10TwoSided(new(new(10, 50_000), new(9_990, 50_000))), -3225, -3210);
    }

    [Fact]
    public void Fisher_logarithm_agrees_with_two_complete_arms()
    {
        // all of one arm and none of the other: one table in C(2000, 1000) each way, twice
        double expected = (Math.Log(2) - MathNet.Numerics.SpecialFunctions.BinomialLn(2000, 1000)) / Math.Log(10);
        Assert.Equal(expected, FisherExactTest.Log10TwoSided(new(new(0, 1000), new(1000, 1000))), 1e-9);
    }

    [Fact]
    public void Noncentral_t_without_shift_is_students_t()
    {
        foreach (double degrees in (double[])[2, 5.5, 30, 4000, 2e7])
        {
            foreach (double t in (double[])[0.5, 1.96, 4])
            {
                Assert.Equal(StudentTail.Upper(t, degrees), NoncentralStudentTail.Upper(t, degrees, 0), 1e-10);
            }
        }
    }

    [Fact]
    public void Planned_size_of_means_gives_the_planned_power()
    {
        foreach ((double difference, double power) in ((double, double)[])[(0.1, 0.8), (1, 0.9), (3, 0.95)])
        {
            double perArm = StudentMeanPower.Needed(difference, 2, 0.05, power).OrNull()!.PerArm;
            Assert.Equal(power, StudentMeanPower.Achieved(perArm, difference, 2, 0.05), 1e-9);
            Assert.True(perArm > MeanPower.Needed(difference, 2, 0.05, power).OrNull()!.PerArm);
        }

        Assert.Equal(2, StudentMeanPower.Needed(1000, 1, 0.05, 0.8).OrNull()!.PerArm);
        Assert.NotNull(StudentMeanPower.Needed(0, 1, 0.05, 0.8).WhyNot);
    }

    [Fact]
    public void Planned_sizes_of_rates_refuse_equal_or_impossible_rates()
    {
        foreach ((double p1, double p2) in ((double, double)[])[(0.2, 0.2), (0, 0.1), (0.1, 1)])
        {
            Assert.NotNull(UnpooledRatePower.Needed(p1, p2, 0.05, 0.8).WhyNot);
            Assert.NotNull(CohenEffectSize.Needed(p1, p2, 0.05, 0.8).WhyNot);
            Assert.NotNull(FleissCorrection.Needed(p1, p2, 0.05, 0.8).WhyNot);
        }

        Assert.Null(new SampleSize(1e16).Customers);
    }

    [Fact]
    [Requirement("5.8")]
    public void Simultaneous_intervals_share_the_error()
    {
        Assert.Equal(0.95, SimultaneousLevel.Of(0.95, 1), 1e-15);
        Assert.Equal(0.9875, SimultaneousLevel.Of(0.95, 4), 1e-15);
        Assert.Throws<ArgumentOutOfRangeException>(() => SimultaneousLevel.Of(0.95, 0));
    }

    [Fact]
    public void Fieller_set_says_its_shape()
    {
        Assert.Equal(FiellerKind.Bounded, FiellerInterval.SetOf(10, 1, 12, 1, 1.96).Kind);
        Assert.Equal(FiellerKind.UnboundedExclusive, FiellerInterval.SetOf(1, 1, 10, 1, 1.96).Kind);
        Assert.Equal(new FiellerSet(FiellerKind.UnboundedEverything, 4, null), FiellerInterval.SetOf(1, 1, 1, 1, 2));
        Assert.Equal(FiellerKind.UndefinedControlZero, FiellerInterval.SetOf(0, 1, 1, 1, 1.96).Kind);
        Assert.Equal(FiellerKind.UnboundedEverything, FiellerInterval.SetOf(2, 1, 1, 1, 2).Kind);
    }
}
