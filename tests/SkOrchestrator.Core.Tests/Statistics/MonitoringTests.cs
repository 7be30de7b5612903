using FsCheck.Xunit;

namespace SkOrchestrator.Statistics;

/// <summary>Bounds, sequences and p-values for looks before the end.</summary>
[Properties(Replay = "20260901,31", MaxTest = 200)]
public sealed class MonitoringTests
{
    private static readonly AsymptoticConfidenceSequence Sequence = new(0.05, 5000);

    [Theory]
    [InlineData(new[] { 0.5, 1 }, new[] { 2.963, 1.969 })]
    [InlineData(new[] { 1 / 3.0, 2 / 3.0, 1 }, new[] { 3.710, 2.511, 1.993 })]
    [InlineData(new[] { 0.25, 0.5, 0.75, 1 }, new[] { 4.333, 2.963, 2.359, 2.014 })]
    public void Bounds_agree_with_the_published_table(double[] fractions, double[] expected) =>
        Assert.Equal(expected, Bounds(fractions).ZBounds, (x, y) => Math.Abs(x - y) < 6e-4);

    [Theory]
    [InlineData(new[] { 1.0 }, 0.05)]
    [InlineData(new[] { 0.1, 0.35, 0.4, 0.9, 1 }, 0.05)]
    [InlineData(new[] { 0.3, 0.6 }, 0.01)]
    [InlineData(new[] { 0.7, 0.71, 1 }, 0.2)]
    public void All_looks_together_spend_alpha(double[] fractions, double alpha)
    {
        GroupSequentialBounds bounds = GroupSequentialBounds.OBrienFleming(fractions, alpha).OrNull()!;
        Assert.Equal(bounds.CumulativeAlpha[^1], CrossingProbability(bounds.ZBounds, fractions), 1e-7);
        Assert.Equal(LanDeMetsSpending.OBrienFleming(fractions[^1], alpha), bounds.CumulativeAlpha[^1], 1e-15);
    }

    [Fact]
    public void Bounds_fall_and_spending_rises_over_twenty_looks()
    {
        GroupSequentialBounds bounds = Bounds([.. Enumerable.Range(1, 20).Select(i => i / 20.0)]);
        Assert.Equal(bounds.ZBounds.OrderDescending(), bounds.ZBounds);
        Assert.Equal(bounds.CumulativeAlpha.Order(), bounds.CumulativeAlpha);
        Assert.Equal(0.05, bounds.CumulativeAlpha[^1], 1e-15);
        Assert.All(bounds.ZBounds, z => Assert.True(z > 1.96));
        Assert.All(bounds.NominalP.Zip(bounds.CumulativeAlpha), p => Assert.True(p.First <= p.Second * (1 + 1e-12)));
    }

    [Fact]
    public void One_look_at_the_end_is_the_usual_test() => Assert.Equal(1.959963984540054, Bounds([1]).ZBounds[0], 1e-12);

    [Fact]
    public void Nothing_is_significant_at_a_thousandth_of_the_information()
    {
        GroupSequentialBounds bounds = Bounds([0.001, 1]);
        Assert.Equal(double.PositiveInfinity, bounds.ZBounds[0]);
        Assert.Equal(0, bounds.NominalP[0]);
        Assert.Equal(1.959963984540054, bounds.ZBounds[1], 1e-9);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new[] { 0.5, 0.5 })]
    [InlineData(new[] { 0.5, 0.4, 1 })]
    [InlineData(new[] { 0, 1.0 })]
    [InlineData(new[] { 0.5, 1.2 })]
    [InlineData(new[] { double.NaN, 1 })]
    public void Looks_out_of_order_have_no_bounds(double[] fractions) =>
        Assert.NotNull(GroupSequentialBounds.OBrienFleming(fractions, 0.05).WhyNot);

    [Property]
    public void Always_valid_p_is_small_exactly_when_the_sequence_leaves_0(short effect, ushort error, ushort customers)
    {
        double standardError = (1 + error) / 1e4;
        double estimate = effect / 1e3;
        EffectEstimate now = Sequence.TwoSided(estimate, standardError, customers + 1).OrNull()!;
        double p = Sequence.PValue(estimate, standardError, customers + 1)!.Value;
        Assert.InRange(p, 0, 1);
        Assert.Equal(now.Interval!.Low > 0 || now.Interval.High < 0, p < 0.05);
        Assert.True(now.Interval.High - now.Interval.Low > 2 * 1.96 * standardError);
        EffectEstimate oneSided = Sequence.OneSided(estimate, standardError, customers + 1).OrNull()!;
        Assert.InRange(estimate, oneSided.Interval!.Low, oneSided.Interval.High);
    }

    [Fact]
    public void Sequence_needs_a_standard_error_and_customers()
    {
        Assert.NotNull(Sequence.TwoSided(0, 0, 100).WhyNot);
        Assert.NotNull(Sequence.TwoSided(0.1, double.NaN, 100).WhyNot);
        Assert.NotNull(Sequence.OneSided(0.1, 0.1, 0).WhyNot);
        Assert.Null(Sequence.PValue(0.1, 0, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AsymptoticConfidenceSequence(0.5, 5000));
    }

    [Property]
    public void Split_as_planned_is_never_suspicious_and_a_broken_one_is(ushort size)
    {
        long arm = size + 1L;
        Assert.Equal(1, Split([arm, arm], [1, 1]).PValue);
        Assert.Equal(1, Split([19 * arm, arm], [95, 5]).PValue);
        Assert.True(Split([arm * 10_000, arm * 11_000], [1, 1]).PValue < 0.01);
        Assert.Equal(Split([arm, 3 * arm], [1, 1]), Split([arm, 3 * arm, 0], [0.5, 0.5, 0]));
    }

    [Fact]
    public void Split_evidence_agrees_with_a_count_by_hand()
    {
        // prior Dirichlet(1, 1): the second customer joins the first with probability 2/3 instead of 1/2, a mixed pair has 1/3 instead of 1/2
        Assert.Equal(Math.Log(4.0 / 3), Split([2, 0], [1, 1], 2).Statistic!.Value, 1e-13);
        Assert.Equal(Math.Log(2.0 / 3), Split([1, 1], [1, 1], 2).Statistic!.Value, 1e-13);
        Assert.Equal(1, Split([0, 0], [1, 1]).PValue);
        Assert.NotNull(SequentialSampleRatio.Of([7, 0], [1, 0]).WhyNot);
    }

    [Fact]
    public void Split_of_billions_has_no_noise()
    {
        // mpmath 1.2.1, 50 digits, by loggamma
        Assert.Equal(49.738447557846131, Split([500_170_000, 499_830_000], [1, 1]).Statistic!.Value, 1e-11);
        double broken = Split([3, 900_000_000, 40], [1, 8, 1], 1).Statistic!.Value;
        Assert.Equal(1, broken / 200828507.62984642, 1e-13);
    }

    private static GroupSequentialBounds Bounds(double[] fractions) => GroupSequentialBounds.OBrienFleming(fractions, 0.05).OrNull()!;

    private static TestResult Split(long[] counts, double[] weights, double concentration = 100) =>
        SequentialSampleRatio.Of(counts, weights, concentration).OrNull()!;

    /// <summary>The probability of leaving the bounds at any look, on a uniform grid by Simpson's rule: another route than the product's panels.</summary>
    private static double CrossingProbability(IReadOnlyList<double> bounds, double[] fractions)
    {
        const int Steps = 600;
        double[] scores = [0];
        double[] weights = [1];
        double before = 0;
        for (int look = 0; look < fractions.Length; look++)
        {
            double deviation = Math.Sqrt(fractions[look] - before);
            before = fractions[look];
            double edge = bounds[look] * Math.Sqrt(before);
            double width = 2 * edge / Steps;
            double[] next = [.. Enumerable.Range(0, Steps + 1).Select(i => -edge + (i * width))];
            weights = [.. next.Select((x, i) => (i is 0 or Steps ? 1 : 2 << (i % 2)) * width / 3 *
                scores.Zip(weights, (s, w) => w * NormalTail.Density((x - s) / deviation) / deviation).Sum())];
            scores = next;
        }

        return 1 - weights.Sum();
    }
}
