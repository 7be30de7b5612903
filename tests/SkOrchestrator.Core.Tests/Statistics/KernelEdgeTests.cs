namespace SkOrchestrator.Statistics;

/// <summary>Zero cells, empty arms, huge and tiny counts.</summary>
public sealed class KernelEdgeTests
{
    private static readonly Proportion Nobody = new(0, 0);
    private static readonly Proportion Few = new(2, 9);

    [Fact]
    public void Empty_arms_give_a_reason_and_no_numbers()
    {
        var arms = new Stratum(Nobody, Few);
        Assert.NotNull(WilsonInterval.Of(Nobody, 0.95).WhyNot);
        Assert.NotNull(NewcombeInterval.Of(arms, 0.95).WhyNot);
        Assert.NotNull(MiettinenNurminenInterval.Of(arms, 0.95).WhyNot);
        Assert.NotNull(KoopmanInterval.Of(arms, 0.95).WhyNot);
        Assert.NotNull(FisherExactTest.TwoSided(arms).WhyNot);
        Assert.NotNull(MantelHaenszel.Difference([arms], 0.95).WhyNot);
        Assert.NotNull(CochranMantelHaenszel.Test([]).WhyNot);
        Assert.NotNull(BreslowDayTest.Tarone([arms, arms]).WhyNot);
        Assert.NotNull(SampleRatioTest.Of([0, 0], [1, 1]).WhyNot);
        Assert.NotNull(WelchTest.Of(default, new(3, 1, 1), 0.95).WhyNot);
    }

    [Fact]
    public void Impossible_counts_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(-1, 2));
    }

    [Fact]
    [Requirement("5.6")]
    public void Ratio_is_not_defined_without_control_events()
    {
        Assert.Contains("control rate is 0", MantelHaenszel.Ratio([new(new(0, 50), Few)], 0.95).WhyNot, StringComparison.Ordinal);
        Assert.Contains("control mean is 0", FiellerInterval.Of(0, 0, 1, 1, 1.96).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Lift_of_means_has_no_bounds_when_control_is_not_clearly_above_zero() =>
        Assert.Contains("too uncertain", FiellerInterval.Of(1, 1, 2, 1, 1.96).WhyNot, StringComparison.Ordinal);

    [Fact]
    public void Fisher_handles_a_hundred_million_customers()
    {
        double p = FisherExactTest.TwoSided(new(new(97, 100_000_000), new(141, 100_000_000))).OrNull()!.PValue;
        Assert.InRange(p, 0.0052, 0.0053);
    }

    [Fact]
    public void Chance_is_even_for_equal_arms_of_any_size()
    {
        foreach (long trials in (long[])[0, 1, 100, 100_000, 100_000_000])
        {
            var arm = new Proportion(trials / 5, trials);
            Assert.Equal(0.5, ChanceToBeat.Control(new(arm, arm)), 1e-9);
        }
    }

    [Fact]
    public void Chance_is_certain_for_rates_far_apart()
    {
        Assert.Equal(1, ChanceToBeat.Control(new(new(1_000_000, 100_000_000), new(90_000_000, 100_000_000))), 1e-12);
        Assert.Equal(0, ChanceToBeat.Control(new(new(90, 100), new(1, 100_000_000))), 1e-12);
    }

    [Fact]
    public void Exact_split_test_agrees_with_a_count_by_hand()
    {
        // two customers over two arms of equal share: both in one arm has probability 1/2
        Assert.Equal(0.5, SampleRatioTest.Of([2, 0], [1, 1]).OrNull()!.PValue, 1e-12);

        // three customers over three arms: one each 6/27, two and one 18/27, all in one 3/27
        Assert.Equal(3.0 / 27, SampleRatioTest.Of([3, 0, 0], [1, 1, 1]).OrNull()!.PValue, 1e-12);
        Assert.Equal(21.0 / 27, SampleRatioTest.Of([2, 1, 0], [1, 1, 1]).OrNull()!.PValue, 1e-12);
    }

    [Fact]
    public void Arms_without_a_share_do_not_count()
    {
        TestResult with = SampleRatioTest.Of([500, 480, 0], [1, 1, 0]).OrNull()!;
        Assert.Equal(SampleRatioTest.Of([500, 480], [1, 1]).OrNull(), with);
    }

    [Fact]
    public void Equal_values_have_no_variance_however_they_are_summed()
    {
        MeanSummary arm = MeanSummary.FromSums(3, 0.1 + 0.1 + 0.1, 0.1 * 0.1 * 3);
        Assert.Equal(0, arm.Variance);
        Assert.Contains("do not vary", WelchTest.Of(arm, arm, 0.95).WhyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(2)]
    [InlineData(5)]
    public void Student_tail_has_no_step_where_the_method_changes(double t)
    {
        double below = StudentTail.TwoSided(t, 3_000_000);
        double above = StudentTail.TwoSided(t, 3_000_001);
        Assert.InRange(above / below, 1 - 1e-9, 1 + 1e-9);
        Assert.InRange(StudentTail.CriticalValue(0.95, 200_001) / StudentTail.CriticalValue(0.95, 200_000), 1 - 1e-8, 1 + 1e-8);
    }
}
