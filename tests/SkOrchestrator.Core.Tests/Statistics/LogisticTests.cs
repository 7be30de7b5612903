using FsCheck.Xunit;

namespace SkOrchestrator.Statistics;

/// <summary>Logistic models and the tests of arms and interaction built on them.</summary>
[Properties(Replay = "20260901,31", MaxTest = 200)]
public sealed class LogisticTests
{
    private static readonly Proportion Nobody = new(0, 0);

    [Property]
    public void One_segment_gives_the_odds_ratio_of_the_table(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        Estimated<EffectEstimate> odds = MantelHaenszel.OddsRatio([arms], 0.95);
        if (LogisticRegression.Fit([new([0], arms.Control.Successes, arms.Control.Trials), new([1], arms.Treatment.Successes, arms.Treatment.Trials)])
            .TryGet(out LogisticFit? fit, out _))
        {
            Assert.Equal(1, fit.OddsRatios[1] / odds.OrNull()!.Estimate, 1e-9);
            Assert.Equal(1, fit.StandardErrors[1] / odds.OrNull()!.StandardError!.Value, 1e-9);
            Assert.Equal(0, fit.Deviance, 1e-9);
        }
        else
        {
            Assert.Contains(0, new[] { arms.Control.Successes, arms.Control.Failures, arms.Treatment.Successes, arms.Treatment.Failures });
        }
    }

    [Property]
    public void Scale_and_origin_of_a_term_do_not_matter(ushort a, ushort b, ushort c, ushort d, short origin)
    {
        Stratum arms = Some.Arms(a, b, c, d);
        double[] values = [1, 2, 4];
        Proportion[] counts = [arms.Control, arms.Treatment, new(17, 60)];
        LogisticFit? plain = LogisticRegression.Fit([.. values.Zip(counts, (x, n) => new LogisticGroup([x], n.Successes, n.Trials))]).OrNull();
        LogisticFit? moved = LogisticRegression.Fit([.. values.Zip(counts, (x, n) => new LogisticGroup([(1000 * x) + origin], n.Successes, n.Trials))]).OrNull();
        Assert.Equal(plain is null, moved is null);
        if (plain is not null)
        {
            Assert.Equal(plain.Coefficients[1], 1000 * moved!.Coefficients[1], 1e-8);
            Assert.Equal(plain.StandardErrors[1], 1000 * moved.StandardErrors[1], 1e-8);
            Assert.Equal(plain.LogLikelihood, moved.LogLikelihood, 1e-8);
        }
    }

    [Property]
    public void Tests_do_not_depend_on_order_and_empty_cells(ushort a, ushort b, ushort c, ushort d)
    {
        Stratum first = Some.Arms(a, b, c, d);
        Proportion[][] counts = [[first.Control, first.Treatment, new(9, 50)], [new(7, 60), new(11, 40), Nobody], [new(31, 90), Nobody, new(5, 70)]];
        Proportion[][] shuffled = [[counts[2][2], Nobody, counts[2][0], counts[2][1]], [Nobody, Nobody, Nobody, Nobody],
            [counts[0][2], Nobody, counts[0][0], counts[0][1]], [counts[1][2], Nobody, counts[1][0], counts[1][1]]];
        foreach (Func<IReadOnlyList<IReadOnlyList<Proportion>>, Estimated<TestResult>> test in new[] { InteractionTest.Of, ArmTest.Of })
        {
            TestResult? one = test(counts).OrNull();
            TestResult? other = test(shuffled).OrNull();
            Assert.Equal(one?.DegreesOfFreedom, other?.DegreesOfFreedom);
            if (one is not null)
            {
                Assert.InRange(one.PValue, 0, 1);
                Assert.Equal(one.Statistic!.Value, other!.Statistic!.Value, 1e-8);
            }
        }
    }

    [Fact]
    public void Interaction_and_arms_have_their_degrees_of_freedom()
    {
        Proportion[][] full = [[new(5, 50), new(8, 60), new(9, 50)], [new(7, 60), new(11, 40), new(6, 55)], [new(31, 90), new(20, 70), new(5, 70)]];
        Assert.Equal(4, InteractionTest.Of(full).OrNull()!.DegreesOfFreedom);
        Assert.Equal(2, ArmTest.Of(full).OrNull()!.DegreesOfFreedom);

        Proportion[][] hole = [full[0], [full[1][0], Nobody, full[1][2]], full[2]];
        Assert.Equal(3, InteractionTest.Of(hole).OrNull()!.DegreesOfFreedom);
        Assert.Equal(2, ArmTest.Of(hole).OrNull()!.DegreesOfFreedom);

        Proportion[][] silent = [.. full, [new(0, 40), new(0, 50), new(0, 60)], [new(3, 9), Nobody, Nobody]];
        Assert.Equal(InteractionTest.Of(full).OrNull(), InteractionTest.Of(silent).OrNull());
        Assert.Equal(ArmTest.Of(full).OrNull(), ArmTest.Of(silent).OrNull());
    }

    [Fact]
    public void Arm_without_events_is_tested_in_the_limit()
    {
        // control never converts: the model with arms fits it without error, the rest is the model of the treatments
        Proportion[][] counts = [[new(0, 40), new(9, 41), new(8, 40)], [new(0, 38), new(12, 44), new(15, 45)]];
        TestResult test = ArmTest.Of(counts).OrNull()!;
        Assert.Equal(2, test.DegreesOfFreedom);

        static Proportion Almost(Proportion n) => new(n.Successes == 0 ? 1 : n.Successes * 1_000_000, n.Trials * 1_000_000);
        Proportion[][] almost = [.. counts.Select(arms => arms.Select(Almost).ToArray())];
        Assert.Equal(1, ArmTest.Of(almost).OrNull()!.Statistic!.Value / 1e6 / test.Statistic!.Value, 1e-5);
        Assert.Equal(1, InteractionTest.Of(counts).OrNull()!.DegreesOfFreedom);
    }

    [Fact]
    [Requirement("5.7")]
    public void Two_arms_in_one_segment_are_the_likelihood_ratio_test_of_the_table()
    {
        // R 4.2.2 anova(glm(binomial), test = "LRT"); the second, a control that never converts, as 2 Σ observed ln(observed / expected) by hand
        Assert.Equal(3.7552170869363075, ArmTest.Of([[new(105, 500), new(131, 500)]]).OrNull()!.Statistic!.Value, 1e-10);
        double byHand = 2 * ((10 * Math.Log(10.0 / 50 / 0.1)) + (40 * Math.Log(40.0 / 50 / 0.9)) + (50 * Math.Log(1 / 0.9)));
        Assert.Equal(byHand, ArmTest.Of([[new(0, 50), new(10, 50)]]).OrNull()!.Statistic!.Value, 1e-10);
        Assert.NotNull(InteractionTest.Of([[new(105, 500), new(131, 500)]]).WhyNot);
    }

    [Fact]
    public void Nothing_to_compare_gives_a_reason()
    {
        Assert.NotNull(ArmTest.Of([]).WhyNot);
        Assert.NotNull(InteractionTest.Of([]).WhyNot);
        Assert.NotNull(ArmTest.Of([[new(0, 50), new(0, 50)]]).WhyNot);
        Assert.NotNull(ArmTest.Of([[new(3, 50)], [new(4, 50)]]).WhyNot);
        Assert.NotNull(InteractionTest.Of([[new(0, 40), new(9, 40)], [new(3, 41), new(44, 44)]]).WhyNot);
        Assert.NotNull(NestedModelTest.AgainstSaturated(LogisticRegression.Fit([new([0], 3, 9), new([1], 2, 9)]).OrNull()!).WhyNot);
    }

    [Fact]
    [Requirement("5.7")]
    public void Interaction_is_found_where_it_is_and_not_where_only_arms_and_segments_matter()
    {
        Proportion[][] additive = [[new(200_000, 1_000_000), new(272_727, 1_000_000)], [new(500_000, 1_000_000), new(600_000, 1_000_000)]];
        Assert.True(InteractionTest.Of(additive).OrNull()!.PValue > 0.5);
        Proportion[][] crossed = [[new(200, 1000), new(272, 1000)], [new(500, 1000), new(420, 1000)]];
        Assert.True(InteractionTest.Of(crossed).OrNull()!.PValue < 1e-5);
    }

    [Fact]
    public void Many_groups_and_terms_recover_the_effects()
    {
        // twenty thousand customers, one by one, with ten terms
        var random = new Random(3);
        double[] effects = [-1, .. Enumerable.Range(0, 10).Select(j => (j - 4) / 10.0)];
        LogisticGroup[] groups = [.. Enumerable.Range(0, 20_000).Select(_ =>
        {
            double[] terms = [.. Enumerable.Range(0, 10).Select(_ => (2 * random.NextDouble()) - 1)];
            double predictor = effects[0] + terms.Zip(effects.Skip(1), (x, b) => x * b).Sum();
            return new LogisticGroup(terms, random.NextDouble() < 1 / (1 + Math.Exp(-predictor)) ? 1 : 0, 1);
        })];
        LogisticFit fit = LogisticRegression.Fit(groups).OrNull()!;
        Assert.All(fit.Coefficients.Zip(effects, (b, truth) => b - truth).Zip(fit.StandardErrors), x => Assert.InRange(x.First, -4 * x.Second, 4 * x.Second));
        Assert.All(fit.StandardErrors, e => Assert.InRange(e, 0.01, 0.04));
    }

    [Fact]
    public void Wrong_groups_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([new([1], 1, 3), new([1, 2], 1, 3)]));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([new([double.NaN], 1, 3), new([2], 1, 3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogisticRegression.Fit([new([1], 4, 3)]));
    }
}
