using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Counts, rates and means by segment and arm.</summary>
internal sealed class ArmTable(AnalysisTable table, double confidence, bool observed)
{
    /// <summary>The arms over all segments.</summary>
    public IReadOnlyList<ArmResult> Overall()
    {
        List<ArmResult> results = [];
        foreach (ArmId arm in table.Treatments.Prepend(table.Control))
        {
            SegmentId[] segments = [.. table.Segments.Where(s => table.Has(s, arm))];
            if (segments.Length > 0)
            {
                results.Add(Result(SegmentId.All, arm, segments));
            }
        }

        return results;
    }

    /// <summary>The arms of each segment; none where the only segment is everybody.</summary>
    public IReadOnlyList<ArmResult> InSegments() =>
        [.. table.Segments.Where(s => s != SegmentId.All).SelectMany(s => table.Arms(s).Select(a => Result(s, a.Arm, [s])))];

    private ArmResult Result(SegmentId label, ArmId arm, SegmentId[] segments)
    {
        var metrics = new Dictionary<string, MetricSummary>();
        foreach (string metric in observed ? table.Metrics.Where(m => table.WhyNotObserved(m) is null) : [])
        {
            metrics[metric] = table.IsNumeric(metric) ? Of(table.Mean(segments, [arm], metric)) : Of(table.Rate(segments, [arm], metric));
        }

        return new(label.Value, arm.Value, segments.Sum(s => table.Assigned(s, arm)), metrics);
    }

    private MetricSummary Of(Proportion rate)
    {
        Bounds? interval = WilsonInterval.Of(rate, confidence).OrNull();
        return new()
        {
            Successes = rate.Successes,
            Trials = rate.Trials,
            Rate = rate.Trials > 0 ? rate.Rate : null,
            CiLow = interval?.Low,
            CiHigh = interval?.High,
        };
    }

    private MetricSummary Of(MeanSummary mean)
    {
        Bounds? interval = MeanInterval.Of(mean, confidence).OrNull();
        return new()
        {
            N = mean.Count,
            Mean = mean.Count > 0 ? Numbers.Finite(mean.Mean) : null,
            Sd = mean.Count > 1 ? Numbers.Finite(Math.Sqrt(mean.Variance)) : null,
            CiLow = Numbers.Finite(interval?.Low),
            CiHigh = Numbers.Finite(interval?.High),
        };
    }
}
