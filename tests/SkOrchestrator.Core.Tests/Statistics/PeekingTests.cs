namespace SkOrchestrator.Statistics;

/// <summary>What happens to experiments without a difference that are looked at fourteen times and stopped at the first significant look.</summary>
public sealed class PeekingTests
{
    private const int Experiments = 1000;
    private const int Looks = 14;
    private const int NewCustomersPerArm = 150;
    private const double Rate = 0.3;

    /// <summary>Three standard errors of a share of 5 % among the experiments.</summary>
    private const double Noise = 0.0207;

    [Fact]
    public void Fixed_level_at_every_look_finds_differences_that_are_not_there() =>
        Assert.InRange(ShareStopped((_, z, _, _) => NormalTail.TwoSided(z) < 0.05), 0.15, 0.30);

    [Fact]
    [Requirement("5.7")]
    public void Group_sequential_bounds_keep_the_level()
    {
        GroupSequentialBounds bounds = GroupSequentialBounds.OBrienFleming([.. Enumerable.Range(1, Looks).Select(i => i / (double)Looks)], 0.05).OrNull()!;
        Assert.InRange(ShareStopped((look, z, _, _) => Math.Abs(z) >= bounds.ZBounds[look]), 0.05 - Noise, 0.05 + Noise);
    }

    [Fact]
    [Requirement("5.7")]
    public void Confidence_sequence_keeps_the_level()
    {
        var sequence = new AsymptoticConfidenceSequence(0.05, NewCustomersPerArm * Looks);
        Assert.InRange(ShareStopped((_, z, error, customers) => sequence.PValue(z * error, error, customers) < 0.05), 0, 0.05);
    }

    [Fact]
    public void Split_check_keeps_its_level_at_every_look()
    {
        var random = new Random(11);
        int alarms = Enumerable.Range(0, Experiments).Count(_ =>
        {
            long first = 0;
            return Enumerable.Range(1, Looks).Any(look =>
            {
                first += Enumerable.Range(0, 100).Count(_ => random.NextDouble() < 0.5);
                return SequentialSampleRatio.Of([first, (100 * look) - first], [1, 1]).OrNull()!.PValue < 0.05;
            });
        });
        Assert.InRange(alarms / (double)Experiments, 0, 0.05);
    }

    private static double ShareStopped(Func<int, double, double, long, bool> isSignificant)
    {
        var random = new Random(11);
        int stopped = 0;
        for (int experiment = 0; experiment < Experiments; experiment++)
        {
            double[] events = [0, 0];
            bool found = false;
            for (int look = 0; look < Looks; look++)
            {
                for (int customer = 0; customer < NewCustomersPerArm; customer++)
                {
                    events[0] += random.NextDouble() < Rate ? 1 : 0;
                    events[1] += random.NextDouble() < Rate ? 1 : 0;
                }

                long arm = (look + 1L) * NewCustomersPerArm;
                double pooled = (events[0] + events[1]) / (2.0 * arm);
                double error = Math.Sqrt(pooled * (1 - pooled) * 2 / arm);
                found |= isSignificant(look, (events[1] - events[0]) / arm / error, error, 2 * arm);
            }

            stopped += found ? 1 : 0;
        }

        return stopped / (double)Experiments;
    }
}
