namespace SkOrchestrator.Statistics;

/// <summary>What holds for summaries of numbers and what is computed from them.</summary>
public sealed class SummaryLawTests
{
    private const int Rounds = 40;

    [Fact]
    [Requirement("5.5")]
    public void Parts_add_up_to_the_whole()
    {
        var random = new Random(11);
        foreach (double offset in (double[])[0, 100, 1e9])
        {
            for (int round = 0; round < Rounds; round++)
            {
                (double X, double Y)[] values = Values(random, random.Next(0, 200), offset);
                int cut = random.Next(values.Length + 1);
                PairedSummary whole = PairedSummary.FromValues(values);
                PairedSummary parts = PairedSummary.FromValues(values[..cut]) + PairedSummary.FromValues(values[cut..]);
                Assert.Equal(values.Length, parts.Count);
                Assert.Equal(whole.Count, parts.Count);
                Close(whole.MeanX, parts.MeanX, 1e-12);
                Close(whole.MeanY, parts.MeanY, 1e-12);
                double precision = offset > 1e6 ? 1e-6 : 1e-11;
                Close(whole.SquaresX, parts.SquaresX, precision);
                Close(whole.SquaresY, parts.SquaresY, precision);
                Close(whole.Products, parts.Products, precision);

                double[] ys = [.. values.Select(v => v.Y)];
                MeanSummary byParts = MeanSummary.FromValues(ys[..cut]) + MeanSummary.FromValues(ys[cut..]);
                Assert.Equal(ys.Length, byParts.Count);
                Close(whole.MeanY, byParts.Mean, 1e-12);
                Close(whole.Y.Variance, byParts.Variance, precision);
                Close(MeanSummary.FromValues(ys).Variance, byParts.Variance, precision);
            }
        }
    }

    [Fact]
    public void Adding_an_empty_group_changes_nothing()
    {
        var arm = MeanSummary.FromValues([1, 4, 9]);
        Assert.Equal(arm, arm + default(MeanSummary));
        Assert.Equal(arm, MeanSummary.FromValues([]) + arm);
        var pairs = PairedSummary.FromValues([(1, 2), (3, 5)]);
        Assert.Equal(pairs, pairs + default(PairedSummary));
        Assert.Equal(pairs, PairedSummary.FromValues([]) + pairs);
    }

    [Fact]
    public void Moments_values_and_sums_agree()
    {
        double[] values = [0, 12.5, 0, 3.25, 7, 45];
        var byValues = MeanSummary.FromValues(values);
        Assert.Equal(byValues, MeanSummary.FromMoments(values.Length, byValues.Mean, byValues.SquaredDeviations));
        Close(byValues.Variance, MeanSummary.FromSums(values.Length, values.Sum(), values.Sum(v => v * v)).Variance, 1e-12);
        Assert.Equal(default, MeanSummary.FromMoments(0, 3, 4));
        Assert.Equal(0, MeanSummary.FromMoments(1, 3, 0).Variance);
    }

    [Fact]
    public void A_large_offset_costs_no_digits()
    {
        double[] small = [4, 7, 13, 16];
        double[] large = [.. small.Select(v => v + 1e9)];
        Assert.Equal(30, MeanSummary.FromValues(large).Variance, 1e-9);
        Assert.Equal(30, large.Select(v => MeanSummary.FromValues([v])).Aggregate((a, b) => a + b).Variance, 1e-5);
        Assert.Equal(30, PairedSummary.FromValues(large.Select(v => (v, v))).X.Variance, 1e-5);
    }

    [Fact]
    [Requirement("5.7")]
    public void Mean_tests_follow_shift_scale_and_swap()
    {
        var random = new Random(12);
        for (int round = 0; round < Rounds; round++)
        {
            double[] first = [.. Values(random, random.Next(3, 60), 0).Select(v => v.Y)];
            double[] second = [.. Values(random, random.Next(3, 60), 1).Select(v => v.Y)];
            double factor = 0.1 + random.NextDouble();
            foreach (Func<double[], double[], MeanDifference> test in (Func<double[], double[], MeanDifference>[])[Welch, Pooled])
            {
                MeanDifference plain = test(first, second);
                MeanDifference moved = test([.. first.Select(v => (v * factor) + 7)], [.. second.Select(v => (v * factor) + 7)]);
                MeanDifference swapped = test(second, first);
                Close(plain.Difference * factor, moved.Difference, 1e-9);
                Close(plain.Test.PValue, moved.Test.PValue, 1e-9);
                Close(plain.Interval.High * factor, moved.Interval.High, 1e-9);
                Close(-plain.Test.Statistic!.Value, swapped.Test.Statistic!.Value, 1e-9);
                Close(-plain.Interval.Low, swapped.Interval.High, 1e-9);
                Assert.InRange(plain.Difference, plain.Interval.Low, plain.Interval.High);
                Assert.InRange(plain.Test.PValue, 0, 1);
            }
        }

        static MeanDifference Welch(double[] a, double[] b) => WelchTest.Of(MeanSummary.FromValues(a), MeanSummary.FromValues(b), 0.95).OrNull()!;
        static MeanDifference Pooled(double[] a, double[] b) => PooledTTest.Of(MeanSummary.FromValues(a), MeanSummary.FromValues(b), 0.95).OrNull()!;
    }

    [Fact]
    [Requirement("5.7")]
    public void Adjusting_for_the_past_narrows_the_interval_and_keeps_the_effect()
    {
        var random = new Random(13);
        PairedSummary[] arms = [.. Enumerable.Range(0, 4).Select(arm => PairedSummary.FromValues(Values(random, 4000, 5).Select(v => (v.X, v.Y + (arm * 0.3)))))];
        CupedAdjustment adjustment = CupedAdjustment.Over(arms);
        Assert.InRange(adjustment.Theta, 0.85, 1.15);
        Assert.InRange(adjustment.Correlation, 0.5, 1);
        foreach (int arm in (int[])[1, 2, 3])
        {
            MeanDifference plain = WelchTest.Of(arms[0].Y, arms[arm].Y, 0.95).OrNull()!;
            MeanDifference adjusted = WelchTest.Of(adjustment.Adjust(arms[0]), adjustment.Adjust(arms[arm]), 0.95).OrNull()!;
            AncovaResult ancova = AncovaTest.Of(arms[0], arms[arm], 0.95, [.. arms.Where((_, i) => i != 0 && i != arm)]).OrNull()!;
            Assert.True(adjusted.StandardError < 0.8 * plain.StandardError);
            Assert.InRange(arm * 0.3, adjusted.Interval.Low, adjusted.Interval.High);
            Assert.Equal(adjusted.Difference, ancova.Effect, 0.01);
            Assert.Equal(adjusted.StandardError, ancova.StandardError, 0.002);
        }
    }

    [Fact]
    public void Adjustment_uses_one_slope_so_that_the_mean_over_all_arms_stays()
    {
        var random = new Random(14);
        PairedSummary[] arms = [.. Enumerable.Range(1, 3).Select(size => PairedSummary.FromValues(Values(random, size * 20, size)))];
        CupedAdjustment adjustment = CupedAdjustment.Over(arms);
        Close(arms.Sum(a => a.Count * a.MeanY), arms.Sum(a => a.Count * adjustment.Adjust(a).Mean), 1e-12);
    }

    [Fact]
    [Requirement("5.6")]
    public void Without_variation_or_customers_there_is_a_reason_and_no_number()
    {
        PairedSummary constant = PairedSummary.FromValues([(2, 3), (2, 3), (2, 3)]);
        PairedSummary one = PairedSummary.FromValues([(2, 3)]);
        PairedSummary exact = PairedSummary.FromValues([(1, 2), (2, 4), (4, 8)]);
        Assert.Equal(new CupedAdjustment(0, 0, 2), CupedAdjustment.Over([constant, constant]));
        Assert.Equal(new CupedAdjustment(0, 0, 0), CupedAdjustment.Over([]));
        CupedAdjustment perfect = CupedAdjustment.Over([exact, exact]);
        Assert.Contains("do not vary", WelchTest.Of(perfect.Adjust(exact), perfect.Adjust(exact), 0.95).WhyNot, StringComparison.Ordinal);
        Assert.NotNull(AncovaTest.Of(constant, constant, 0.95).WhyNot);
        Assert.NotNull(AncovaTest.Of(exact, exact, 0.95).WhyNot);
        Assert.NotNull(AncovaTest.Of(one, default, 0.95).WhyNot);
        Assert.NotNull(AncovaTest.Of(one, one, 0.95).WhyNot);
        Assert.NotNull(RatioMetric.Compare(default, exact, 0.95).WhyNot);
        Assert.NotNull(RatioMetric.Compare(exact, exact, 0.95).WhyNot);
        Assert.NotNull(RatioMetric.Lift(PairedSummary.FromValues([(1, 0), (2, 0)]), exact, 0.95).WhyNot);
        Assert.NotNull(DeltaMethodLift.Of(default, exact.Y, 1.96).WhyNot);
        Assert.NotNull(PooledTTest.Of(one.Y, default, 0.95).WhyNot);
        Assert.NotNull(PooledTTest.Of(one.Y, one.Y, 0.95).WhyNot);
        Assert.NotNull(WelchTest.Of(one.Y, exact.Y, 0.95).WhyNot);
    }

    [Fact]
    public void Hundred_million_customers_from_two_halves()
    {
        var half = new PairedSummary(50_000_000, 2, 3, 4e7, 9e7, 3e7);
        PairedSummary whole = half + half;
        Assert.Equal(new PairedSummary(100_000_000, 2, 3, 8e7, 1.8e8, 6e7), whole);
        MeanDifference ratio = RatioMetric.Compare(whole, whole with { MeanY = 3.001 }, 0.95).OrNull()!;
        Assert.Equal(0.0005, ratio.Difference, 1e-12);
        Assert.InRange(ratio.Test.PValue, 0, 0.01);
    }

    private static (double X, double Y)[] Values(Random random, int count, double offset) =>
        [.. Enumerable.Range(0, count).Select(_ =>
        {
            double past = (random.NextDouble() * 10) + offset;
            return (past, past + (random.NextDouble() * 8));
        })];

    private static void Close(double expected, double actual, double precision) =>
        Assert.InRange(actual, expected - (precision * Math.Max(1, Math.Abs(expected))), expected + (precision * Math.Max(1, Math.Abs(expected))));
}
