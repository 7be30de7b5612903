namespace SkOrchestrator.Statistics;

/// <summary>The stratified score interval of a difference of rates.</summary>
public sealed class StratifiedScoreIntervalTests
{
    private static readonly Stratum[] Strata = [new(new(3, 400), new(7, 380)), new(new(1, 900), new(0, 150)), new(new(0, 60), new(2, 640))];

    [Theory]
    [InlineData(3, 400, 7, 380)]
    [InlineData(0, 50, 0, 70)]
    [InlineData(0, 1, 1, 1)]
    [InlineData(40, 1000, 90, 1100)]
    public void One_stratum_is_the_interval_of_Miettinen_and_Nurminen(long x1, long n1, long x2, long n2)
    {
        var arms = new Stratum(new(x1, n1), new(x2, n2));
        EffectEstimate estimate = StratifiedScoreInterval.Of([arms], 0.95).OrNull()!;
        Bounds plain = MiettinenNurminenInterval.Of(arms, 0.95).OrNull()!;
        Assert.Equal(plain.Low, estimate.Interval!.Low, 1e-9);
        Assert.Equal(plain.High, estimate.Interval.High, 1e-9);
    }

    [Fact]
    public void No_events_at_all_still_give_bounds()
    {
        // rates 0 and 0 of n each: the upper bound d solves d² = z² d (1 − d) / n · 2n / (2n − 1)
        double c = 1.959963984540054 * 1.959963984540054 * 2000 / 1999;
        Bounds one = StratifiedScoreInterval.Of([new(new(0, 1000), new(0, 1000))], 0.95).OrNull()!.Interval!;
        Assert.Equal(c / (1000 + c), one.High, 1e-9);
        Assert.Equal(-one.High, one.Low, 1e-9);
        Bounds two = StratifiedScoreInterval.Of([new(new(0, 1000), new(0, 1000)), new(new(0, 1000), new(0, 1000))], 0.95).OrNull()!.Interval!;
        Assert.Equal(c / (2000 + c), two.High, 1e-9);
    }

    [Fact]
    public void At_its_bounds_the_score_statistic_is_at_the_critical_value()
    {
        EffectEstimate result = StratifiedScoreInterval.Of(Strata, 0.95).OrNull()!;
        Assert.Equal(1.959963984540054, Score(result.Interval!.High), 1e-5);
        Assert.Equal(1.959963984540054, Score(result.Interval.Low), 1e-5);
        Assert.InRange(result.Estimate, result.Interval.Low, result.Interval.High);

        // the variance from a likelihood that is maximised on a grid
        static double Score(double difference)
        {
            double numerator = 0;
            double variance = 0;
            foreach (Stratum s in Strata)
            {
                double weight = s.Control.Trials * (double)s.Treatment.Trials / s.Total;
                double p1 = Best(s, difference);
                double p2 = p1 + difference;
                numerator += weight * (s.Treatment.Rate - s.Control.Rate - difference);
                variance += weight * weight * ((p1 * (1 - p1) / s.Control.Trials) + (p2 * (1 - p2) / s.Treatment.Trials)) * s.Total / (s.Total - 1);
            }

            return Math.Abs(numerator) / Math.Sqrt(variance);
        }

        static double Best(Stratum s, double difference)
        {
            double low = Math.Max(0, -difference);
            double high = Math.Min(1, 1 - difference);
            for (int round = 0; round < 12; round++)
            {
                double step = (high - low) / 100;
                double at = Enumerable.Range(0, 101).Select(i => low + (i * step)).MaxBy(p => Likelihood(s, p, p + difference));
                (low, high) = (Math.Max(low, at - step), Math.Min(high, at + step));
            }

            return (low + high) / 2;
        }

        static double Likelihood(Stratum s, double p1, double p2) =>
            Term(s.Control.Successes, p1) + Term(s.Control.Failures, 1 - p1) + Term(s.Treatment.Successes, p2) + Term(s.Treatment.Failures, 1 - p2);

        static double Term(long count, double share) => count == 0 ? 0 : count * Math.Log(Math.Max(share, 1e-300));
    }

    [Fact]
    public void Swapping_the_arms_flips_the_interval()
    {
        EffectEstimate one = StratifiedScoreInterval.Of(Strata, 0.9).OrNull()!;
        EffectEstimate other = StratifiedScoreInterval.Of([.. Strata.Select(s => new Stratum(s.Treatment, s.Control))], 0.9).OrNull()!;
        Assert.Equal(-one.Estimate, other.Estimate, 1e-12);
        Assert.Equal(-one.Interval!.High, other.Interval!.Low, 1e-9);
        Assert.Equal(-one.Interval.Low, other.Interval.High, 1e-9);
    }

    [Fact]
    public void With_many_events_it_agrees_with_the_interval_of_Sato()
    {
        Stratum[] large = [new(new(4000, 20_000), new(4300, 20_000)), new(new(900, 9000), new(1000, 8000))];
        EffectEstimate score = StratifiedScoreInterval.Of(large, 0.95).OrNull()!;
        EffectEstimate sato = MantelHaenszel.Difference(large, 0.95).OrNull()!;
        Assert.Equal(sato.Estimate, score.Estimate, 1e-12);
        Assert.Equal(sato.Interval!.Low, score.Interval!.Low, 2e-5);
        Assert.Equal(sato.Interval.High, score.Interval.High, 2e-5);
    }

    [Fact]
    public void An_interval_at_95_percent_covers_rare_differences_in_95_of_a_hundred()
    {
        var random = new Random(3);
        int covered = Enumerable.Range(0, 1500).Count(_ =>
        {
            Bounds interval = StratifiedScoreInterval.Of([new(Draw(300, 0.01), Draw(300, 0.02)), new(Draw(200, 0.02), Draw(100, 0.03))], 0.95).OrNull()!.Interval!;
            return interval.Low <= 0.01 && 0.01 <= interval.High;
        });
        Assert.InRange(covered / 1500.0, 0.93, 0.985);

        Proportion Draw(int n, double rate) => new(Enumerable.Range(0, n).Count(_ => random.NextDouble() < rate), n);
    }

    [Fact]
    public void Without_two_arms_in_a_segment_there_is_none() =>
        Assert.Equal("no segment has customers in both arms", StratifiedScoreInterval.Of([new(new(1, 10), new(0, 0))], 0.95).WhyNot);
}
