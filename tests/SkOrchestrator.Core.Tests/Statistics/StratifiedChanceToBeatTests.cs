using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>The chance to beat control over strata is sound with few events, and agrees with the posterior that it approximates.</summary>
public sealed class StratifiedChanceToBeatTests
{
    private const int Draws = 200_000;

    /// <summary>By stratum: control successes and trials, treatment successes and trials.</summary>
    public static TheoryData<long[][]> Few => new()
    {
        new long[][] { [0, 40, 12, 190], [0, 36, 16, 167] },
        new long[][] { [0, 19, 7, 90], [0, 19, 7, 89], [0, 19, 7, 89], [0, 19, 7, 89] },
        new long[][] { [0, 10, 8, 60], [3, 200, 1, 150] },
        new long[][] { [5, 10, 1, 10], [1, 200, 6, 150] },
        new long[][] { [1, 5, 30, 200], [20, 200, 1, 6] },
        new long[][] { [0, 2, 1, 2], [0, 3, 1, 2], [1, 2, 2, 3] },
        new long[][] { [0, 10, 0, 40], [0, 10, 1, 40] },
    };

    [Theory]
    [MemberData(nameof(Few))]
    public void With_few_events_it_agrees_with_draws_from_the_posteriors(long[][] counts)
    {
        Stratum[] strata = Strata(counts);
        double[] weights = [.. strata.Select(s => s.Control.Trials * (s.Treatment.Trials / s.Total))];
        double total = weights.Sum();
        var random = new Random(20260914);
        Beta[][] arms = [.. new Func<Stratum, Proportion>[] { s => s.Control, s => s.Treatment }
            .Select(arm => strata.Zip(weights, (s, w) => new Beta(arm(s).Successes + (w / total), arm(s).Failures + (w / total), random)).ToArray())];
        double drawn = Enumerable.Range(0, Draws).Count(_ => Draw(arms[1]) > Draw(arms[0])) / (double)Draws;
        Assert.Equal(drawn, StratifiedChanceToBeat.Of(strata), 0.005 + (3 * Math.Sqrt(drawn * (1 - drawn) / Draws)));

        double Draw(Beta[] arm) => arm.Zip(weights, (beta, w) => w / total * beta.Sample()).Sum();
    }

    [Fact]
    public void A_control_without_events_does_not_make_it_certain()
    {
        double pooled = ChanceToBeat.Control(new(new(0, 76), new(28, 357)));
        Assert.Equal(0.997, pooled, 0.0005);
        Assert.Equal(pooled, StratifiedChanceToBeat.Of(Strata([[0, 40, 12, 190], [0, 36, 16, 167]])), 0.001);
        Assert.Equal(pooled, StratifiedChanceToBeat.Of(Strata([[0, 19, 7, 90], [0, 19, 7, 89], [0, 19, 7, 89], [0, 19, 7, 89]])), 0.001);
    }

    [Fact]
    public void Many_small_strata_say_what_their_sum_says_and_not_what_the_prior_says()
    {
        Stratum[] strata = Strata([.. Enumerable.Repeat((long[])[0, 4, 1, 12], 12)]);
        Assert.Equal(ChanceToBeat.Control(new(new(0, 48), new(12, 144))), StratifiedChanceToBeat.Of(strata), 0.006);
    }

    [Fact]
    public void One_stratum_is_exact_and_a_stratum_with_an_empty_arm_says_nothing()
    {
        Stratum[] one = Strata([[3, 20, 5, 20]]);
        Assert.Equal(ChanceToBeat.Control(one[0]), StratifiedChanceToBeat.Of(one));
        Assert.Equal(ChanceToBeat.Control(one[0]), StratifiedChanceToBeat.Of([.. one, .. Strata([[0, 0, 7, 9]])]));
    }

    [Fact]
    public void Arms_that_change_places_have_chances_that_add_up_to_one_and_large_samples_are_normal()
    {
        Stratum[] strata = Strata([[21_000, 1_000_000, 21_200, 1_000_000], [5000, 100_000, 5050, 100_000]]);
        double chance = StratifiedChanceToBeat.Of(strata);
        EffectEstimate difference = MantelHaenszel.Difference(strata, 0.95).OrNull()!;
        Assert.Equal(1, chance + StratifiedChanceToBeat.Of([.. strata.Select(s => new Stratum(s.Treatment, s.Control))]), 1e-9);
        Assert.Equal(NormalTail.Upper(-difference.Estimate / difference.StandardError!.Value), chance, 0.001);
    }

    private static Stratum[] Strata(long[][] counts) => [.. counts.Select(c => new Stratum(new(c[0], c[1]), new(c[2], c[3])))];
}
