using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Reporting;

/// <summary>Puts names that programs use into a reader's words, in sentences that come from the analysis.</summary>
internal sealed partial class ReportWords(Func<string, string> segmentName, IEnumerable<string> metrics)
{
    private readonly List<string> _metrics =
        [.. Metric.All.Concat(Metric.Guardrails).Concat(metrics.Where(m => m.Contains('_', StringComparison.Ordinal))).Distinct(StringComparer.Ordinal).OrderByDescending(m => m.Length)];

    /// <summary>The sentence on one line, with metrics, arms and segments by name and one way of writing percent and minus.</summary>
    public string Line(string? sentence)
    {
        var text = ReportText.Line(sentence)
            .Replace($"{ArmId.AnyTreatment} is", "all treatments together are", StringComparison.Ordinal)
            .Replace(ArmId.AnyTreatment.Value, "all treatments", StringComparison.Ordinal)
            .Replace("chanceToBeatControl", "The chance to beat control", StringComparison.Ordinal);
        text = _metrics.Aggregate(text, (line, metric) => line.Replace(metric, ReportFacts.MetricName(metric), StringComparison.Ordinal));
        text = PercentSign().Replace(text, "%");
        text = Minus().Replace(text, "−");
        text = Segment().Replace(text, match => segmentName(match.Value));
        return SentenceStart().Replace(text, match => ReportFacts.Capital(match.Value));
    }

    [GeneratedRegex(@"(?<=\d) %")]
    private static partial Regex PercentSign();

    [GeneratedRegex(@"(?<=^|[\s(\[])-(?=\d)")]
    private static partial Regex Minus();

    /// <summary>A segment, but not the variant <c>segment-1.urgent</c>.</summary>
    [GeneratedRegex(@"\bsegment-\d+\b(?!\.\w)")]
    private static partial Regex Segment();

    [GeneratedRegex(@"(?<=\. )all(?= treatments)")]
    private static partial Regex SentenceStart();
}
