using FsCheck.Xunit;

namespace SkOrchestrator.Statistics;

/// <summary>What must hold for any counts and sums.</summary>
[Properties(Replay = "20260901,31", MaxTest = 200)]
public sealed class KernelPropertyTests
{
    private const double Confidence = 0.95;

    [Property]
    [Requirement("5.7")]
    public void P_values_lie_between_0_and_1(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        Assert.InRange(FisherExactTest.TwoSided(arms).OrNull()!.PValue, 0, 1);
        Assert.InRange(ChanceToBeat.Control(arms), 0, 1);
        if (TwoProportionTest.ChiSquare(arms).TryGet(out TestResult? test, out _))
        {
            Assert.InRange(test.PValue, 0, 1);
        }
    }

    [Property]
    public void Swapping_the_arms_flips_the_difference_and_keeps_the_p_value(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        var swapped = new Stratum(arms.Treatment, arms.Control);
        Close(FisherExactTest.TwoSided(arms).OrNull()!.PValue, FisherExactTest.TwoSided(swapped).OrNull()!.PValue);
        Close(TwoProportionTest.Z(arms).OrNull()?.Statistic, -TwoProportionTest.Z(swapped).OrNull()?.Statistic);
        Close(ChanceToBeat.Control(arms), 1 - ChanceToBeat.Control(swapped));
        foreach (Func<Stratum, Bounds> interval in DifferenceIntervals)
        {
            Close(interval(arms).Low, -interval(swapped).High);
            Close(interval(arms).High, -interval(swapped).Low);
        }

        Bounds ratio = KoopmanInterval.Of(arms, Confidence).OrNull()!;
        Bounds inverse = KoopmanInterval.Of(swapped, Confidence).OrNull()!;
        Close(1 / ratio.Low, inverse.High);
        Close(1 / ratio.High, inverse.Low);
    }

    [Property]
    public void Swapping_successes_and_failures_keeps_the_p_value(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        var flipped = new Stratum(new(arms.Control.Failures, arms.Control.Trials), new(arms.Treatment.Failures, arms.Treatment.Trials));
        Close(FisherExactTest.TwoSided(arms).OrNull()!.PValue, FisherExactTest.TwoSided(flipped).OrNull()!.PValue);
        Close(TwoProportionTest.Z(arms).OrNull()?.PValue, TwoProportionTest.Z(flipped).OrNull()?.PValue);
        Close(ChanceToBeat.Control(arms), 1 - ChanceToBeat.Control(flipped));
    }

    [Property]
    [Requirement("5.8")]
    public void Intervals_contain_the_estimate_and_stay_in_range(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        double difference = arms.Treatment.Rate - arms.Control.Rate;
        foreach (Bounds bounds in DifferenceIntervals.Select(i => i(arms)))
        {
            Assert.InRange(difference, bounds.Low - 1e-12, bounds.High + 1e-12);
            Assert.InRange(bounds.Low, -1 - 1e-12, 1);
            Assert.InRange(bounds.High, -1, 1 + 1e-12);
            Assert.True(bounds.Low < bounds.High);
        }

        Bounds wilson = WilsonInterval.Of(arms.Control, Confidence).OrNull()!;
        Assert.InRange(arms.Control.Rate, wilson.Low, wilson.High);
        Assert.True(wilson is { Low: >= 0, High: <= 1 } && wilson.Low < wilson.High);
        Bounds ratio = KoopmanInterval.Of(arms, Confidence).OrNull()!;
        Assert.True(ratio.Low >= 0 && ratio.Low < ratio.High);
        if (arms.Control.Successes > 0)
        {
            Assert.InRange(arms.Treatment.Rate / arms.Control.Rate, ratio.Low * (1 - 1e-12), ratio.High * (1 + 1e-12));
        }
    }

    [Property]
    public void Ten_times_the_data_narrows_the_intervals(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        Stratum more = Some.Times(arms, 10);
        Assert.True(Width(WilsonInterval.Of(more.Control, Confidence).OrNull()!) < Width(WilsonInterval.Of(arms.Control, Confidence).OrNull()!));
        Assert.All(DifferenceIntervals, interval => Assert.True(Width(interval(more)) < Width(interval(arms))));
    }

    [Property]
    public void Score_interval_and_test_agree_about_no_difference(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        if (TwoProportionTest.Z(arms).TryGet(out TestResult? test, out _) && Math.Abs(test.PValue - 0.05) > 1e-6)
        {
            Bounds ratio = KoopmanInterval.Of(arms, Confidence).OrNull()!;
            Assert.Equal(test.PValue < 0.05, ratio.Low > 1 || ratio.High < 1);
        }
    }

    [Property]
    public void A_stratum_split_into_equal_halves_gives_the_same_estimates(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        Stratum[] halves = [arms, arms];
        Close(MantelHaenszel.Difference(halves, Confidence).OrNull()?.Estimate, MantelHaenszel.Difference([arms], Confidence).OrNull()?.Estimate);
        Close(MantelHaenszel.Ratio(halves, Confidence).OrNull()?.Estimate, MantelHaenszel.Ratio([arms], Confidence).OrNull()?.Estimate);
        Close(MantelHaenszel.OddsRatio(halves, Confidence).OrNull()?.Estimate, MantelHaenszel.OddsRatio([arms], Confidence).OrNull()?.Estimate);
        if (BreslowDayTest.Tarone(halves).TryGet(out TestResult? same, out _))
        {
            Assert.True(same.PValue > 0.999);
        }
    }

    [Property]
    public void Means_follow_shift_and_scale(byte[] control, byte[] treatment, byte shift, byte scale)
    {
        double factor = scale + 1;
        double[] first = [.. control.Concat([(byte)1, (byte)9]).Select(v => (double)v)];
        double[] second = [.. treatment.Concat([(byte)2, (byte)4]).Select(v => (double)v)];
        MeanDifference original = WelchTest.Of(MeanSummary.FromValues(first), MeanSummary.FromValues(second), Confidence).OrNull()!;
        MeanDifference moved = WelchTest.Of(
            MeanSummary.FromValues([.. first.Select(v => (v * factor) + shift)]), MeanSummary.FromValues([.. second.Select(v => (v * factor) + shift)]), Confidence).OrNull()!;
        Close(original.Difference * factor, moved.Difference);
        Close(original.Test.PValue, moved.Test.PValue);
        Close(original.Interval.Low * factor, moved.Interval.Low);
        Assert.InRange(original.Difference, original.Interval.Low, original.Interval.High);
    }

    [Property]
    public void Sums_of_partitions_give_the_same_mean_as_values(byte[] left, byte[] right)
    {
        double[] values = [.. left.Concat(right).Concat([(byte)3, (byte)8]).Select(v => (double)v)];
        MeanSummary byValues = MeanSummary.FromValues(values);
        MeanSummary bySums = MeanSummary.FromSums(values.Length, values.Sum(), values.Sum(v => v * v));
        Close(byValues.Mean, bySums.Mean);
        Close(byValues.Variance, bySums.Variance);
    }

    [Property]
    public void Corrected_p_values_are_never_smaller_and_keep_their_order(ushort[] raw)
    {
        double[] p = [.. raw.Select(x => x / 65535.0)];
        foreach (IReadOnlyList<double> adjusted in new[] { MultipleComparisons.Holm(p), MultipleComparisons.BenjaminiHochberg(p) })
        {
            Assert.All(p.Zip(adjusted), x => Assert.InRange(x.Second, x.First - 1e-15, 1));
            double[] ordered = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i]).Select(i => adjusted[i])];
            Assert.Equal(ordered.Order(), ordered);
        }
    }

    [Property]
    public void Power_inverts_the_sample_size(byte rate, byte lift)
    {
        double p1 = 0.01 + (rate / 1000.0);
        double p2 = p1 * (1.05 + (lift / 500.0));
        double n = RatePower.Needed(p1, p2, 0.05, 0.8).OrNull()!.PerArm;
        Close(0.8, RatePower.AchievedOneTail(p1, n, p2, n, 0.05));
        Close(p2, RatePower.Detectable(p1, n, 0.05, 0.8).OrNull()?.Rate);
    }

    private static IEnumerable<Func<Stratum, Bounds>> DifferenceIntervals =>
        [s => NewcombeInterval.Of(s, Confidence).OrNull()!, s => MiettinenNurminenInterval.Of(s, Confidence).OrNull()!];

    private static double Width(Bounds bounds) => bounds.High - bounds.Low;

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is double e && actual is double a && !(double.IsInfinity(e) && double.IsInfinity(a)))
        {
            Assert.InRange(a, e - (1e-7 * Math.Max(1e-3, Math.Abs(e))), e + (1e-7 * Math.Max(1e-3, Math.Abs(e))));
        }
    }
}
