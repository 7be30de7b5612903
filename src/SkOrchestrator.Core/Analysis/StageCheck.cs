using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The sample-ratio check at one stage.</summary>
/// <param name="Ratio">Over all segments.</param>
/// <param name="Segments">In each segment.</param>
internal sealed record StageCheck(StageRatio Ratio, IReadOnlyList<SegmentSampleRatio> Segments)
{
    /// <summary>Adds up the tests of the segments.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="segments">The segments with the tests of those that can be tested.</param>
    public static StageCheck Of(string stage, IReadOnlyList<(SegmentSampleRatio Row, Estimated<TestResult> Test)> segments)
    {
        TestResult[] tests = [.. segments.Select(s => s.Test.OrNull()).OfType<TestResult>()];
        Estimated<TestResult> combined = CombinedChiSquare.Of(tests);
        TestResult? test = combined.OrNull();
        double? p = Numbers.PValue(test?.PValue);
        return new(
            new(stage, Numbers.Finite(test?.Statistic), (int)(test?.DegreesOfFreedom ?? 0), p, p < SampleRatioTest.AlarmLevel)
            {
                NotEstimable = test is null ? Comparisons.Reasons(segments.Select(s => s.Test.WhyNot)) : null,
            },
            [.. segments.Select(s => s.Row with
            {
                ChiSquare = Numbers.Finite(s.Test.OrNull() is not TestResult own ? null : tests.Length == 1 ? own.Statistic : CombinedChiSquare.Deviate(own)),
                DegreesOfFreedom = (int)(s.Test.OrNull()?.DegreesOfFreedom ?? 0),
                PValue = Numbers.PValue(s.Test.OrNull()?.PValue),
            })]);
    }
}
