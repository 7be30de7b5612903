namespace SkOrchestrator.Statistics;

/// <summary>Numbers that plain formulas lose in rounding.</summary>
public sealed class NearOneTests
{
    [Theory]
    [InlineData(1e-10)]
    [InlineData(-3e-9)]
    [InlineData(1e-5)]
    [InlineData(-1e-20)]
    [InlineData(0)]
    public void Small_arguments_keep_all_digits(double x)
    {
        // both series to the fourth term, the next one is below 1e-25
        Close(x - (x * x / 2) + (x * x * x / 3) - (x * x * x * x / 4), NearOne.LogOnePlus(x));
        Close(x + (x * x / 2) + (x * x * x / 6) + (x * x * x * x / 24), NearOne.ExpMinusOne(x));
    }

    [Theory]
    [InlineData(-0.75)]
    [InlineData(-0.3)]
    [InlineData(0.4)]
    [InlineData(7)]
    [InlineData(1e300)]
    public void They_undo_each_other(double x) => Close(x, NearOne.ExpMinusOne(NearOne.LogOnePlus(x)));

    [Fact]
    public void Ends_are_those_of_the_functions()
    {
        Assert.Equal(double.NegativeInfinity, NearOne.LogOnePlus(-1));
        Assert.Equal(double.PositiveInfinity, NearOne.LogOnePlus(double.PositiveInfinity));
        Assert.Equal(-1, NearOne.ExpMinusOne(-800));
    }

    [Fact]
    public void Exact_test_of_all_arms_agrees_with_Fisher_on_a_hundred_million_customers()
    {
        var arms = new Stratum(new(97, 100_000_000), new(141, 100_000_000));
        Assert.Equal(1, FreemanHaltonTest.Of([arms.Control, arms.Treatment]).OrNull()!.PValue / FisherExactTest.TwoSided(arms).OrNull()!.PValue, 1e-10);
    }

    private static void Close(double expected, double actual) => Assert.InRange(actual, expected - (2e-13 * Math.Abs(expected)), expected + (2e-13 * Math.Abs(expected)));
}
