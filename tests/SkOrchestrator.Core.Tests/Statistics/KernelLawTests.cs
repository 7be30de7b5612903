namespace SkOrchestrator.Statistics;

/// <summary>What holds for every kernel of rates, over seeded tables and over the extreme ones.</summary>
public sealed class KernelLawTests
{
    private const int Rounds = 60;

    private static readonly Proportion[] ExtremeArms =
    [
        new(0, 0), new(0, 1), new(1, 1), new(0, 2), new(1, 2), new(0, 50), new(50, 50), new(3, 20), new(10, 10_000), new(0, 10_000),
        new(2_000_000, 10_000_000), new(0, 100_000_000), new(97, 100_000_000), new(21_003_457, 100_000_000), new(100_000_000, 100_000_000),
    ];

    public static TheoryData<string> RateIntervals => [.. Kernels.RateIntervals.Keys];

    public static TheoryData<string> DifferenceIntervals => [.. Kernels.DifferenceIntervals.Keys];

    public static TheoryData<string> RatioIntervals => [.. Kernels.RatioIntervals.Keys];

    public static TheoryData<string> Tests => [.. Kernels.Tests.Keys];

    [Theory]
    [MemberData(nameof(Tests))]
    [Requirement("5.7")]
    public void Every_test_gives_a_p_value_or_a_reason(string name)
    {
        foreach (Stratum arms in Tables().Concat(ExtremeTables()))
        {
            if (!Kernels.Tests[name](arms).TryGet(out TestResult? test, out string? reason))
            {
                Assert.NotEmpty(reason);
                continue;
            }

            Assert.InRange(test.PValue, 0, 1);
            Assert.True(test.Statistic is null || double.IsFinite(test.Statistic.Value), $"{name} {arms}");
            Assert.True(arms.HasBothArms);
        }
    }

    [Theory]
    [MemberData(nameof(Tests))]
    public void Every_test_ignores_which_arm_is_called_control(string name)
    {
        foreach (Stratum arms in Tables())
        {
            TestResult? test = Kernels.Tests[name](arms).OrNull();
            TestResult? swapped = Kernels.Tests[name](Swap(arms)).OrNull();
            Close(test?.PValue, swapped?.PValue);
            Close(test?.Statistic, name is "z" or "unpooled" ? -swapped?.Statistic : swapped?.Statistic);
        }
    }

    [Theory]
    [MemberData(nameof(DifferenceIntervals))]
    [Requirement("5.8")]
    public void Every_difference_interval_is_ordered_holds_the_estimate_and_flips_with_the_arms(string name)
    {
        Func<Stratum, Estimated<Bounds>> interval = Kernels.DifferenceIntervals[name];
        foreach (Stratum arms in Tables().Concat(ExtremeTables()))
        {
            if (interval(arms).OrNull() is not Bounds bounds)
            {
                continue;
            }

            Assert.True(bounds.Low <= bounds.High, $"{name} {arms}");
            Bounds swapped = interval(Swap(arms)).OrNull()!;
            Close(-bounds.High, swapped.Low);
            Close(-bounds.Low, swapped.High);
            if (name != "Agresti–Caffo")
            {
                double difference = arms.Treatment.Rate - arms.Control.Rate;
                Assert.InRange(difference, bounds.Low - 1e-12, bounds.High + 1e-12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(RatioIntervals))]
    [Requirement("5.8")]
    public void Every_ratio_interval_is_ordered_holds_the_estimate_and_inverts_with_the_arms(string name)
    {
        Func<Stratum, Estimated<Bounds>> interval = Kernels.RatioIntervals[name];
        foreach (Stratum arms in Tables().Concat(ExtremeTables()))
        {
            if (interval(arms).OrNull() is not Bounds bounds)
            {
                continue;
            }

            Assert.True(bounds.Low >= 0 && bounds.Low < bounds.High, $"{name} {arms}");
            Bounds swapped = interval(Swap(arms)).OrNull()!;
            Close(1 / bounds.High, swapped.Low);
            Close(1 / bounds.Low, swapped.High);
            if (name is "Koopman" or "Miettinen–Nurminen" or "Katz" or "Mantel–Haenszel" && arms.Control.Successes > 0)
            {
                Assert.InRange(arms.Treatment.Rate / arms.Control.Rate, bounds.Low * (1 - 1e-12), bounds.High * (1 + 1e-12));
            }
        }
    }

    [Theory]
    [MemberData(nameof(RateIntervals))]
    [Requirement("5.5")]
    public void Every_rate_interval_holds_the_rate_and_mirrors_with_the_failures(string name)
    {
        foreach (Proportion arm in Tables().Select(t => t.Control).Concat(ExtremeArms))
        {
            Assert.Equal(arm.Trials == 0, Kernels.RateIntervals[name](arm).OrNull() is null);
            if (Kernels.RateIntervals[name](arm).OrNull() is not Bounds bounds)
            {
                continue;
            }

            Bounds mirrored = Kernels.RateIntervals[name](new(arm.Failures, arm.Trials)).OrNull()!;
            Close(1 - bounds.High, mirrored.Low);
            Close(1 - bounds.Low, mirrored.High);
            if (name == "Jeffreys" && (arm.Successes == 0 || arm.Failures == 0))
            {
                continue;
            }

            Assert.InRange(arm.Rate, bounds.Low - 1e-12, bounds.High + 1e-12);
        }
    }

    [Fact]
    [Requirement("5.8")]
    public void More_data_narrows_every_interval()
    {
        foreach (Stratum arms in Tables())
        {
            Stratum more = Some.Times(arms, 16);
            Assert.All(Kernels.RateIntervals, k => Narrows(k.Value(arms.Control), k.Value(more.Control)));
            Assert.All(Kernels.DifferenceIntervals, k => Narrows(k.Value(arms), k.Value(more)));
            if (arms is { Control: { Successes: > 0, Failures: > 0 }, Treatment: { Successes: > 0, Failures: > 0 } })
            {
                Assert.All(Kernels.RatioIntervals, k => Narrows(k.Value(arms), k.Value(more)));
            }
        }

        static void Narrows(Estimated<Bounds> few, Estimated<Bounds> many)
        {
            if (few.OrNull() is Bounds wide && many.OrNull() is Bounds narrow)
            {
                Assert.True(narrow.High - narrow.Low <= wide.High - wide.Low);
            }
        }
    }

    [Fact]
    public void Corrections_and_mid_p_order_as_they_must()
    {
        foreach (Stratum arms in Tables())
        {
            double exact = FisherExactTest.TwoSided(arms).OrNull()!.PValue;
            Assert.InRange(FisherExactTest.TwoSidedMid(arms).OrNull()!.PValue, exact / 2 * (1 - 1e-9), exact);
            double greater = FisherExactTest.GreaterMid(arms).OrNull()!.PValue;
            Close(1, greater + FisherExactTest.LessMid(arms).OrNull()!.PValue);
            Close(Math.Log10(exact), FisherExactTest.Log10TwoSided(arms));
            if (TwoProportionTest.ChiSquare(arms).OrNull() is TestResult plain)
            {
                Assert.True(YatesTest.Of(arms).OrNull()!.PValue >= plain.PValue);
                Close(plain.Statistic, OmnibusTest.ChiSquare([arms.Control, arms.Treatment]).OrNull()!.Statistic);
                Close(exact, FreemanHaltonTest.Of([arms.Control, arms.Treatment]).OrNull()!.PValue);
                Assert.InRange(OmnibusTest.CramersV([arms.Control, arms.Treatment])!.Value, 0, 1 + 1e-12);
            }
        }
    }

    [Fact]
    public void Two_hundred_to_one_is_no_trouble()
    {
        var arms = new Stratum(new(4_000, 2_000_000), new(31, 10_000));
        Assert.All(Kernels.Tests.Where(t => t.Key != "Freeman–Halton"), t => Assert.InRange(t.Value(arms).OrNull()!.PValue, 0, 1));
        Assert.All(Kernels.DifferenceIntervals, k => Assert.InRange(0.0011, k.Value(arms).OrNull()!.Low, k.Value(arms).OrNull()!.High));
        Assert.All(Kernels.RatioIntervals, k => Assert.InRange(1.55, k.Value(arms).OrNull()!.Low, k.Value(arms).OrNull()!.High));
    }

    private static Stratum Swap(Stratum arms) => new(arms.Treatment, arms.Control);

    private static IEnumerable<Stratum> Tables()
    {
        var random = new Random(20260901);
        return Enumerable.Range(0, Rounds).Select(_ => Some.Arms(random.Next(1, 500), random.Next(500), random.Next(1, 500), random.Next(500)));
    }

    private static IEnumerable<Stratum> ExtremeTables() => ExtremeArms.SelectMany((control, i) => ExtremeArms.Skip(i).Select(treatment => new Stratum(control, treatment)));

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is double e && actual is double a && !e.Equals(a))
        {
            Assert.InRange(a, e - (1e-8 * Math.Max(1e-3, Math.Abs(e))), e + (1e-8 * Math.Max(1e-3, Math.Abs(e))));
        }
    }
}
