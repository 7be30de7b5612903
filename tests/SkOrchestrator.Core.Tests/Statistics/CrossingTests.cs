namespace SkOrchestrator.Statistics;

/// <summary>Zeros of functions, the easy and the awkward ones.</summary>
public sealed class CrossingTests
{
    [Fact]
    public void Zero_is_found_to_the_last_digits_whatever_the_shape()
    {
        Near(Math.Sqrt(2), Crossing.Between(0, 2, x => (x * x) - 2));
        Near(Math.Sqrt(2), Crossing.Between(2, 0, x => 2 - (x * x)));
        Near(1e-9, Crossing.Between(-1, 1, x => Math.Cbrt(x - 1e-9)));
        Near(0.3, Crossing.Between(0, 1, x => x < 0.3 ? -1 : 1));
        Near(5, Crossing.Between(0, 1000, x => Math.Exp(x) - Math.Exp(5)));
        Assert.Equal(1, Crossing.Between(1, 2, x => x - 1));
    }

    [Fact]
    public void It_takes_few_steps()
    {
        int steps = 0;
        Crossing.Between(0, 1, x =>
        {
            steps++;
            return Math.Log(x + 0.5);
        });
        Assert.InRange(steps, 3, 12);
    }

    [Fact]
    public void Bound_is_not_where_the_excess_touches_zero_inside()
    {
        Near(0.5, Crossing.Bound(0, 1, x => (x * x) - (x / 2)));
        Near(-0.5, Crossing.Bound(0, -1, x => (x * x) - (Math.Abs(x) / 2)));
        Near(1, Crossing.Bound(0, 1, _ => -1));
        Assert.Equal(1, Crossing.Bound(1, 1, _ => 0));
    }

    private static void Near(double expected, double actual) => Assert.InRange(actual / expected, 1 - 1e-15, 1 + 1e-15);
}
