using System.Text.Json;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Calibration;

/// <summary>What holds for the analysis of every experiment of rates and means, over seeded ones.</summary>
public sealed class AnalysisLawTests
{
    private const int Experiments = 60;

    [Fact]
    [Requirement("5.8")]
    public void More_data_narrow_every_interval()
    {
        for (int i = 0; i < Experiments; i++)
        {
            AnalysisInput few = Draw(i, arms: 3);
            AnalysisInput many = few with { Cells = [.. few.Cells.Select(c => c with { Count = 16 * c.Count, Sum = 16 * c.Sum, SquaredDeviations = 16 * c.SquaredDeviations })] };
            foreach ((Comparison a, Comparison b) in ExperimentAnalyzer.Analyze(few).Comparisons.Zip(ExperimentAnalyzer.Analyze(many).Comparisons))
            {
                string what = $"experiment {i}: {a.Segment} {a.Arm} {a.Metric}";
                Assert.True(Width(b.AbsoluteDifference) < Width(a.AbsoluteDifference), what);
                Assert.True(a.SimultaneousDifference is null || Width(b.SimultaneousDifference) < Width(a.SimultaneousDifference), what);
                Assert.True(!(Width(a.RelativeLiftPercent) <= Width(b.RelativeLiftPercent)), what);
                Assert.True(b.PValue <= a.PValue * (1 + 1e-9) || a.PValue > 0.5, what);
            }
        }
    }

    [Fact]
    public void Swapping_the_labels_flips_the_signs_of_rates_and_means()
    {
        for (int i = 0; i < Experiments; i++)
        {
            AnalysisInput input = Draw(i, arms: 2);
            ExperimentAnalysis plain = ExperimentAnalyzer.Analyze(input);
            ExperimentAnalysis swapped = ExperimentAnalyzer.Analyze(input with { Cells = [.. input.Cells.Select(c => c with { Arm = c.Arm == ArmId.Control ? Campaign.Arm(1) : ArmId.Control })] });
            foreach ((Comparison a, Comparison b) in plain.Comparisons.Zip(swapped.Comparisons))
            {
                Close(a.PValue, b.PValue);
                Close(a.AbsoluteDifference!.Estimate, -b.AbsoluteDifference!.Estimate);
                Close(a.AbsoluteDifference.CiLow, -b.AbsoluteDifference.CiHigh);
                Close(a.AbsoluteDifference.CiHigh, -b.AbsoluteDifference.CiLow);
                Close(1 + (a.RelativeLiftPercent?.Estimate / 100), 1 / (1 + (b.RelativeLiftPercent?.Estimate / 100)));
            }
        }
    }

    [Fact]
    public void Parts_in_any_order_add_up_to_the_same_bytes_for_counts()
    {
        for (int i = 0; i < Experiments; i++)
        {
            AnalysisInput input = Draw(i, arms: 3);
            input = input with { Experiment = input.Experiment with { Metrics = [Metric.ClickRate] } };
            var sampler = new CountSampler(7, i);
            IEnumerable<CellSummary> parts = input.Cells.Where(c => c.Metric == Metric.ClickRate).SelectMany(c => Parts(sampler, c));
            AnalysisInput inParts = input with { Cells = [.. parts.OrderBy(_ => sampler.Uniform())] };
            Assert.Equal(JsonSerializer.Serialize(ExperimentAnalyzer.Analyze(input)), JsonSerializer.Serialize(ExperimentAnalyzer.Analyze(inParts)));
        }
    }

    private static IEnumerable<CellSummary> Parts(CountSampler sampler, CellSummary cell)
    {
        long[] sizes = new long[7];
        for (int part = 0; part < 6; part++)
        {
            sizes[part] = sampler.Binomial(cell.Count - sizes.Sum(), 0.2);
        }

        sizes[6] = cell.Count - sizes.Sum();
        return sampler.Split((long)cell.Sum, sizes).Zip(sizes, (successes, trials) => CellSummary.Rate(cell.SegmentId, cell.Arm, cell.Metric, successes, trials));
    }

    /// <summary>One to three segments of some size, with a rate and a mean.</summary>
    private static AnalysisInput Draw(int seed, int arms)
    {
        var sampler = new CountSampler(20260914, seed);
        var campaign = new Campaign(Metric.ClickRate, Metric.RevenuePerRecipient);
        for (int segment = 0; segment <= seed % 3; segment++)
        {
            string id = $"s{segment}";
            campaign.Plan(id, [.. Enumerable.Range(0, arms).Select(a => (Campaign.Arm(a), 1.0))]);
            double rate = 0.05 + (0.3 * sampler.Uniform());
            long customers = 40 + (long)(2000 * sampler.Uniform());
            foreach (ArmId arm in Enumerable.Range(0, arms).Select(Campaign.Arm))
            {
                double mean = 1 + sampler.Uniform();
                long clicks = 1 + sampler.Binomial(customers - 2, rate);
                campaign.Cell(id, arm, Metric.ClickRate, customers, clicks, clicks);
                campaign.Cell(id, arm, Metric.RevenuePerRecipient, customers, customers * mean, customers * ((mean * mean) + 2 + sampler.Uniform()));
            }
        }

        return campaign.Input(EngagementSource.Imported);
    }

    private static double? Width(Interval? interval) => interval?.CiHigh - interval?.CiLow;

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value) <= 1e-8 * Math.Max(1e-3, Math.Abs(expected.Value)), $"{expected} {actual}");
    }
}
