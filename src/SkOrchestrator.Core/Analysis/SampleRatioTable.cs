using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Arm counts against the planned shares of each segment; chi-square and degrees of freedom are added over segments.</summary>
internal sealed class SampleRatioTable(AnalysisTable table)
{
    /// <summary>The check.</summary>
    public SampleRatioResult Build()
    {
        List<SegmentSampleRatio> segments = [.. table.Segments.Select(Of)];
        SegmentSampleRatio[] tested = [.. segments.Where(s => s.ChiSquare is not null)];
        if (tested.Length == 0)
        {
            return new() { Segments = segments };
        }

        double statistic = tested.Sum(s => s.ChiSquare!.Value);
        int degrees = tested.Sum(s => s.DegreesOfFreedom);
        double? p = tested.Length == 1 ? tested[0].PValue : Numbers.Finite(ChiSquareTail.Upper(statistic, degrees));
        return new()
        {
            ChiSquare = Numbers.Finite(statistic),
            DegreesOfFreedom = degrees,
            PValue = p,
            Mismatch = p < SampleRatioTest.AlarmLevel,
            Segments = segments,
        };
    }

    private SegmentSampleRatio Of(SegmentId segment)
    {
        ArmShare[] active = [.. table.Arms(segment).Where(a => a.Weight > 0)];
        long[] counts = [.. active.Select(a => table.Assigned(segment, a.Arm))];
        double[] weights = [.. active.Select(a => a.Weight)];
        TestResult? test = SampleRatioTest.Of(counts, weights).OrNull();
        double total = counts.Sum(c => (double)c);
        double weight = weights.Sum();
        return new(
            segment.Value,
            active.Zip(counts).ToDictionary(x => x.First.Arm.Value, x => x.Second),
            active.ToDictionary(a => a.Arm.Value, a => total * a.Weight / weight),
            Numbers.Finite(test?.Statistic),
            test is null ? 0 : active.Length - 1,
            Numbers.Finite(test?.PValue));
    }
}
