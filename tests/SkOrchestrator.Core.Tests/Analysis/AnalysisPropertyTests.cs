using System.Text.Json;
using FsCheck.Xunit;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>What holds for every experiment.</summary>
[Properties(Replay = "20260902,43", MaxTest = 100)]
public sealed class AnalysisPropertyTests
{
    [Property]
    public void Swapping_control_and_treatment_flips_the_signs(byte[] counts)
    {
        if (Two(counts, swapped: false) is not Campaign campaign)
        {
            return;
        }

        ExperimentAnalysis plain = campaign.Analyze();
        ExperimentAnalysis swapped = Two(counts, swapped: true)!.Analyze();
        foreach ((Comparison a, Comparison b) in plain.Comparisons.Zip(swapped.Comparisons))
        {
            Assert.Equal((a.Segment, a.Metric, a.Test), (b.Segment, b.Metric, b.Test));
            Close(a.PValue, b.PValue);
            Close(a.AbsoluteDifference?.Estimate, -b.AbsoluteDifference?.Estimate);
            Close(a.AbsoluteDifference?.CiLow, -b.AbsoluteDifference?.CiHigh);
            Close(a.AbsoluteDifference?.CiHigh, -b.AbsoluteDifference?.CiLow);
            Close(a.SimultaneousDifference?.CiLow, -b.SimultaneousDifference?.CiHigh);
            Close(a.Crude, -b.Crude);
            Close(a.ChanceToBeatControl, 1 - b.ChanceToBeatControl);
        }

        foreach ((HeterogeneityResult a, HeterogeneityResult b) in plain.Heterogeneity.Zip(swapped.Heterogeneity))
        {
            Close(a.PValue, b.PValue);
        }
    }

    [Property]
    public void Cells_in_parts_give_the_same_analysis(byte[] counts)
    {
        if (Two(counts, swapped: false) is not Campaign campaign)
        {
            return;
        }

        AnalysisInput input = campaign.Input();
        IEnumerable<CellSummary> parts = input.Cells.SelectMany(c =>
        {
            long first = c.Count / 3;
            long successes = Math.Min(first, (long)c.Sum / 2);
            return new[]
            {
                CellSummary.Rate(c.SegmentId, c.Arm, c.Metric, successes, first),
                CellSummary.Rate(c.SegmentId, c.Arm, c.Metric, (long)c.Sum - successes, c.Count - first),
            };
        }).Where(c => c.Sum <= c.Count).Reverse();
        Assert.Equal(JsonSerializer.Serialize(ExperimentAnalyzer.Analyze(input)), JsonSerializer.Serialize(ExperimentAnalyzer.Analyze(input with { Cells = [.. parts] })));
    }

    [Property]
    public void Every_number_is_sound_with_breakdowns_and_a_pooled_segment(byte[] counts, bool undivided)
    {
        if (Two(counts, swapped: false, undivided ? "all" : "s") is not Campaign campaign)
        {
            return;
        }

        AnalysisInput input = campaign.Input(EngagementSource.Imported);
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { Breakdowns = [new("by", Renamed(input.Design), [.. input.Cells.Select(c => c with { SegmentId = Named(c.SegmentId) })])] });
        FiniteAssert.Walk(analysis, "analysis");
        FiniteAssert.Consistent(analysis);

        static SegmentId Named(SegmentId segment) => SegmentId.From($"by={segment}");
        static ExperimentDesign Renamed(ExperimentDesign design) => new([.. design.Segments.Select(s => s with { SegmentId = Named(s.SegmentId) })], []);
    }

    private static Campaign? Two(byte[] counts, bool swapped, string name = "s")
    {
        byte[][] segments = [.. counts.Chunk(6).Where(c => c.Length == 6).Take(name == "all" ? 1 : 4)];
        var campaign = new Campaign(Metric.OpenRate, Metric.ClickRate);
        foreach ((byte[] c, int index) in segments.Select((c, i) => (c, i)))
        {
            (long, long[])[] arms = [.. c.Chunk(3).Select(a => ((long)a[0], new long[] { a[1] % (a[0] + 1), a[2] % (a[0] + 1) }))];
            campaign.Segment(name == "all" ? name : $"{name}{index}", [.. swapped ? arms.Reverse() : arms]);
        }

        return segments.Length == 0 ? null : campaign;
    }

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value) <= 1e-7 * Math.Max(1e-3, Math.Abs(expected.Value)), $"{expected} {actual}");
    }
}
