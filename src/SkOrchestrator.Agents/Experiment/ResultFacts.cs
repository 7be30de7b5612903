using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Analysis;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Experiment;

/// <summary>The result as lines of allowed numbers. A narration may hold these numbers and no others.</summary>
/// <param name="Lines">The facts, most important first.</param>
/// <param name="Segments">One line per segment.</param>
internal sealed record ResultFacts(IReadOnlyList<string> Lines, IReadOnlyList<string> Segments)
{
    /// <summary>Everything a narration may take its numbers from.</summary>
    public IEnumerable<string> All => Lines.Concat(Segments);

    public static ResultFacts Of(ExperimentAnalysis analysis, IReadOnlyList<Segment> segments)
    {
        var lines = new List<string>();
        lines.AddRange(analysis.Decision.Rules);
        lines.AddRange(analysis.Comparisons.Where(c => c.Segment == "all" || c.Metric == analysis.PrimaryMetric).Select(c => Line(c, analysis)));
        lines.AddRange(analysis.Arms.Where(a => a.Segment == "all").SelectMany(RatesOf));
        lines.Add(FormattableString.Invariant($"confidence of all intervals: {(1 - analysis.Alpha) * 100:0.##}%"));
        lines.AddRange(analysis.Power.Where(p => p.Metric == analysis.PrimaryMetric).Select(Line));
        lines.Add(analysis.SampleRatio.Mismatch ? "the arm counts do not fit the planned shares" : "the arm counts fit the planned shares");
        lines.AddRange(analysis.Decision.Caveats);
        lines.AddRange(analysis.Notes);
        return new ResultFacts([.. lines.Distinct(StringComparer.Ordinal)], [.. segments.Select(s => $"{s.SegmentId}: {s.Label}")]);
    }

    private static string Line(Comparison comparison, ExperimentAnalysis analysis)
    {
        var subject = $"{comparison.Metric}, {comparison.Segment}, {comparison.Arm}";
        if (comparison.NotEstimable is { } reason)
        {
            return $"{subject}: not estimable: {reason}";
        }

        var lift = comparison.RelativeLiftPercent is { Estimate: { } estimate } interval
            ? $"lift {FactText.PercentPoints(estimate)}" + (interval is { CiLow: { } low, CiHigh: { } high }
                ? $" ({FactText.PercentPoints(low)} to {FactText.PercentPoints(high)})" : " (no interval)")
            : "lift not estimable";
        var p = comparison.PValueAdjusted is { } adjusted ? $", adjusted p {FactText.PValue(adjusted)}" : string.Empty;
        var significance = analysis.EngagementSource == "simulated" ? string.Empty : comparison.Significant ? ", significant" : ", not significant";
        var declared = comparison.DeclaredLiftPercent is { } known ? $", declared lift {FactText.PercentPoints(known)}" : string.Empty;
        return $"{subject}: {lift}{p}{significance}{declared}";
    }

    private static IEnumerable<string> RatesOf(ArmResult arm) => arm.Metrics.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value switch
    {
        { Rate: { } rate, Successes: { } successes, Trials: { } trials } =>
            $"{m.Key}, all, {arm.Arm}: {FactText.Count(successes)} of {FactText.Count(trials)} ({FactText.Percent(rate)})",
        { Mean: { } mean, N: { } n } => $"{m.Key}, all, {arm.Arm}: mean {FactText.Number(mean)} over {FactText.Count(n)}",
        _ => $"{m.Key}, all, {arm.Arm}: no customers",
    });

    private static string Line(PowerResult power) =>
        $"{power.Metric}: {FactText.Count(power.PerArm)} customers in the smallest arm"
        + (power.DetectableLiftPercent is { } lift ? $"; a lift of {FactText.PercentPoints(lift)} could be found" : string.Empty);
}
