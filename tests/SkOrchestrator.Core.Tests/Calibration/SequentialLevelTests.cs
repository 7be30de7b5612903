using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Calibration;

/// <summary>
/// Mails without any difference that are looked at fourteen times while the clicks come in, by the analyser's own table of monitoring, and stopped at the first look
/// that would call a difference.
/// </summary>
public sealed class SequentialLevelTests
{
    private const int Experiments = 1000;
    private const int Looks = 14;
    private const long PerArm = 10_000;
    private const double Rate = 0.05;
    private const double Alpha = 0.05;

    private static readonly DateTimeOffset Close = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);
    private static readonly double Error = Math.Sqrt(Alpha * (1 - Alpha) / Experiments);

    [Fact]
    [Requirement("5.7")]
    public void Fourteen_looks_find_a_difference_that_is_not_there_in_at_most_5_percent()
    {
        double[] bounds = [.. Enumerable.Range(1, Looks).Select(look => Monitored([500, 500], look, MonitoringMethod.GroupSequential).Bound!.Value)];
        (int fixedLevel, int planned, int sequence) = (0, 0, 0);
        for (int i = 0; i < Experiments; i++)
        {
            MonitoredArm[] looks = [.. Clicks(new CountSampler(20260914, i)).Select((clicks, look) => Monitored(clicks, look + 1, MonitoringMethod.ConfidenceSequence))];
            fixedLevel += looks.Any(arm => Math.Abs(arm.Statistic ?? 0) > 1.959963984540054) ? 1 : 0;
            planned += looks.Zip(bounds).Any(x => Math.Abs(x.First.Statistic ?? 0) >= x.Second) ? 1 : 0;
            sequence += looks.Any(arm => arm.Crossed) ? 1 : 0;
        }

        Assert.InRange(fixedLevel / (double)Experiments, 0.15, 0.30);
        Assert.InRange(planned / (double)Experiments, Alpha - (3 * Error), Alpha + (3 * Error));
        Assert.InRange(sequence / (double)Experiments, 0, Alpha);
    }

    /// <summary>Clicks of both arms until each look: everybody who clicks does so at a time that is uniform over the window.</summary>
    private static IEnumerable<long[]> Clicks(CountSampler sampler)
    {
        long[] clicks = [0, 0];
        for (int look = 0; look < Looks; look++)
        {
            double chance = Rate / Looks / (1 - (look * Rate / Looks));
            clicks = [.. clicks.Select(c => c + sampler.Binomial(PerArm - c, chance))];
            yield return clicks;
        }
    }

    private static MonitoredArm Monitored(long[] clicks, int look, MonitoringMethod method)
    {
        AnalysisInput input = new Campaign().Segment("a", (PerArm, [clicks[0]]), (PerArm, [clicks[1]])).Input();
        input = input with
        {
            Experiment = input.Experiment with { Monitoring = new(method, Looks) },
            Window = new(look == Looks ? Close : Close.AddHours(-1), Close, look / (double)Looks),
        };
        var table = new AnalysisTable(input);
        return new MonitoringTable(input, table, new SampleRatioTable(input, table).Build())
            .Build(new ComparisonTable(input, table).Overall(whyNone: null), whyNone: null)!.Arms.Single();
    }
}
