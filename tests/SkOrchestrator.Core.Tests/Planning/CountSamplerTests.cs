namespace SkOrchestrator.Planning;

public class CountSamplerTests
{
    private const int Draws = 20_000;

    [Theory]
    [InlineData(400, 32, 100)]
    [InlineData(400, 32, 399)]
    [InlineData(400, 390, 100)]
    [InlineData(1_000_000, 20_000, 250_000)]
    [InlineData(100_000_000, 3_000_000, 20_000_000)]
    [InlineData(10, 5, 5)]
    public void Hypergeometric_draws_have_the_mean_and_variance_of_the_law(long population, long successes, long draws)
    {
        var sampler = new CountSampler(7, 1);
        var sample = Sample(() => sampler.Hypergeometric(population, successes, draws));

        var share = (double)successes / population;
        var variance = draws * share * (1 - share) * (population - draws) / (population - 1);
        AssertMoments(sample, draws * share, variance);
        Assert.All(sample, x => Assert.InRange(x, Math.Max(0, draws - (population - successes)), Math.Min(draws, successes)));
    }

    [Fact]
    public void Small_hypergeometric_draws_have_the_probabilities_of_the_law()
    {
        var sampler = new CountSampler(11, 0);
        var counts = Sample(() => sampler.Hypergeometric(10, 4, 3)).CountBy(x => (long)x).ToDictionary();

        double[] expected = [20 / 120.0, 60 / 120.0, 36 / 120.0, 4 / 120.0];
        for (var k = 0; k < expected.Length; k++)
        {
            var error = Math.Sqrt(expected[k] * (1 - expected[k]) / Draws);
            Assert.InRange(counts.GetValueOrDefault(k) / (double)Draws, expected[k] - (4 * error), expected[k] + (4 * error));
        }
    }

    [Theory]
    [InlineData(100, 0.02)]
    [InlineData(100, 0.98)]
    [InlineData(1_000_000, 0.01)]
    [InlineData(7, 0.5)]
    public void Binomial_draws_have_the_mean_and_variance_of_the_law(long trials, double chance)
    {
        var sampler = new CountSampler(3, 2);
        AssertMoments(Sample(() => sampler.Binomial(trials, chance)), trials * chance, trials * chance * (1 - chance));
    }

    [Fact]
    public void What_is_certain_is_drawn_for_certain()
    {
        var sampler = new CountSampler(1, 1);

        Assert.Equal(0, sampler.Hypergeometric(10, 0, 5));
        Assert.Equal(5, sampler.Hypergeometric(10, 10, 5));
        Assert.Equal(4, sampler.Hypergeometric(10, 4, 10));
        Assert.Equal(0, sampler.Hypergeometric(10, 4, 0));
        Assert.Equal(0, sampler.Binomial(10, 0));
        Assert.Equal(10, sampler.Binomial(10, 1));
        Assert.Equal(0, sampler.Binomial(0, 0.5));
    }

    [Fact]
    public void A_split_gives_everything_away_and_treats_all_groups_alike()
    {
        var sampler = new CountSampler(5, 9);
        var sums = new double[3];
        for (var i = 0; i < Draws; i++)
        {
            var counts = sampler.Split(30, [100, 100, 200]);
            Assert.Equal(30, counts.Sum());
            for (var arm = 0; arm < 3; arm++)
            {
                sums[arm] += counts[arm];
            }
        }

        Assert.InRange(sums[0] / Draws, 7.4, 7.6);
        Assert.InRange(sums[1] / Draws, 7.4, 7.6);
        Assert.InRange(sums[2] / Draws, 14.9, 15.1);
    }

    [Fact]
    public void Same_seed_and_stream_give_the_same_draws_and_others_give_others()
    {
        long[] Draw(int seed, int stream)
        {
            var sampler = new CountSampler(seed, stream);
            return [.. Enumerable.Range(0, 20).Select(_ => sampler.Hypergeometric(1000, 300, 250))];
        }

        Assert.Equal(Draw(1, 1), Draw(1, 1));
        Assert.NotEqual(Draw(1, 1), Draw(1, 2));
        Assert.NotEqual(Draw(1, 1), Draw(2, 1));
        Assert.NotEqual(Draw(0, 1), Draw(1, 0));
    }

    private static List<double> Sample(Func<long> draw) => [.. Enumerable.Range(0, Draws).Select(_ => (double)draw())];

    /// <summary>Within four standard errors; the one of the variance is that of a nearly normal law.</summary>
    private static void AssertMoments(List<double> sample, double mean, double variance)
    {
        var average = sample.Average();
        var spread = sample.Sum(x => (x - average) * (x - average)) / (sample.Count - 1);
        Assert.InRange(average, mean - (4 * Math.Sqrt(variance / Draws)), mean + (4 * Math.Sqrt(variance / Draws)));
        Assert.InRange(spread, variance * 0.9, variance * 1.1);
    }
}
