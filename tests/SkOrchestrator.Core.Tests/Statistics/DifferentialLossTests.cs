namespace SkOrchestrator.Statistics;

/// <summary>The test of loss that depends on the arm, and how tests of several segments become one.</summary>
public sealed class DifferentialLossTests
{
    private static readonly Proportion[] Arms = [new(9900, 10_000), new(9860, 10_000), new(9912, 10_000)];

    [Fact]
    public void Two_arms_are_the_test_of_two_rates()
    {
        TestResult loss = DifferentialLossTest.Of(Arms[..2]).OrNull()!;
        TestResult rates = TwoProportionTest.ChiSquare(new(Arms[0], Arms[1])).OrNull()!;
        Assert.Equal(rates.Statistic!.Value, loss.Statistic!.Value, 1e-9);
        Assert.Equal(rates.PValue, loss.PValue, 1e-12);
    }

    [Fact]
    public void A_test_against_planned_shares_is_smaller_by_the_share_lost()
    {
        TestResult proper = DifferentialLossTest.Of(Arms).OrNull()!;
        TestResult shares = SampleRatioTest.Of([.. Arms.Select(a => a.Successes)], [1, 1, 1]).OrNull()!;
        double lost = Arms.Sum(a => a.Failures) / 30_000.0;
        Assert.Equal(lost, shares.Statistic!.Value / proper.Statistic!.Value, 1e-9);
        Assert.True(proper.PValue < 0.01 && shares.PValue > 0.9);
    }

    [Fact]
    public void Few_losses_are_tested_exactly()
    {
        // 4 lost, all in one of two equal arms: 2 · C(100,4) / C(200,4)
        double p = DifferentialLossTest.Of([new(100, 100), new(96, 100)]).OrNull()!.PValue;
        Assert.Equal(2 * (100.0 * 99 * 98 * 97) / (200.0 * 199 * 198 * 197), p, 1e-12);
        Assert.InRange(DifferentialLossTest.Of([new(100, 100), new(97, 100), new(100, 100)]).OrNull()!.PValue, 0.1, 0.12);
    }

    [Fact]
    public void Without_loss_without_survivors_and_without_arms_nothing_is_tested()
    {
        Assert.Equal("nobody was lost, nothing to compare", DifferentialLossTest.Of([new(10, 10), new(20, 20)]).WhyNot);
        Assert.Equal("nobody got as far", DifferentialLossTest.Of([new(0, 10), new(0, 20)]).WhyNot);
        Assert.Equal("fewer than two arms have customers", DifferentialLossTest.Of([new(5, 10), new(0, 0)]).WhyNot);
    }

    [Fact]
    public void Equal_loss_is_found_unequal_in_five_of_a_hundred()
    {
        var random = new Random(11);
        int found = Enumerable.Range(0, 2000).Count(_ => DifferentialLossTest.Of([Draw(), Draw(), Draw()]).OrNull()?.PValue < 0.05);
        Assert.InRange(found / 2000.0, 0.035, 0.062);

        Proportion Draw() => new(Enumerable.Range(0, 400).Count(_ => random.NextDouble() < 0.95), 400);
    }

    [Fact]
    public void Tests_of_several_segments_add_up()
    {
        TestResult sum = CombinedChiSquare.Of([Exactly(3, 1), Exactly(5, 2)]).OrNull()!;
        Assert.Equal((8.0, 3.0), (sum.Statistic!.Value, sum.DegreesOfFreedom!.Value));
        Assert.Equal(ChiSquareTail.Upper(8, 3), sum.PValue, 1e-12);

        static TestResult Exactly(double statistic, double degrees) => new(statistic, degrees, ChiSquareTail.Upper(statistic, degrees));
    }

    [Fact]
    public void Exact_p_values_enter_the_sum_as_the_chi_square_that_has_them()
    {
        // the median of chi-square with 1 degree of freedom is 0.4549364; two of them on 2 degrees of freedom: exp(−0.4549364)
        TestResult sum = CombinedChiSquare.Of([new(9, 1, 0.5), new(7, 1, 0.5)]).OrNull()!;
        Assert.Equal(Math.Exp(-0.454936423119572), sum.PValue, 1e-9);
        Assert.Equal(2 * 0.454936423119572, sum.Statistic!.Value, 1e-9);
        Assert.Equal(0.02, CombinedChiSquare.Of([new(9, 1, 0.02)]).OrNull()!.PValue);
        Assert.Equal(1, CombinedChiSquare.Of([new(2, 1, 1), new(2, 1, 1)]).OrNull()!.PValue, 1e-9);
        Assert.InRange(CombinedChiSquare.Of([new(2000, 1, 0), new(2, 1, 0.1)]).OrNull()!.PValue, 0, 1e-300);
    }
}
