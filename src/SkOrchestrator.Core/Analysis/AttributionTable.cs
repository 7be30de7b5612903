using SkOrchestrator.Experiment;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Which feature levels go with engagement: Mantel–Haenszel odds ratios of customers with the level against those without, stratified over arms, with
/// the Cochran–Mantel–Haenszel p-value. An association among customers, not an effect of a message.
/// </summary>
internal static class AttributionTable
{
    /// <summary>The estimable rows; by metric in the given order, then by corrected p-value.</summary>
    public static IReadOnlyList<AttributionResult> Build(IReadOnlyList<FeatureCount> counts, IReadOnlyList<string> metrics, double confidence)
    {
        List<(AttributionResult Row, double PValue)> rows = [];
        foreach (var group in counts.Where(c => metrics.Contains(c.Metric)).GroupBy(c => (c.Feature, c.Level, c.Metric)))
        {
            Stratum[] arms = [.. group.Select(c => new Stratum(new(c.SuccessesWithout, c.CountWithout), new(c.SuccessesWith, c.CountWith)))];
            if (MantelHaenszel.OddsRatio(arms, confidence).OrNull() is { Interval: Bounds interval } ratio &&
                CochranMantelHaenszel.Test(arms).OrNull() is TestResult test &&
                double.IsFinite(interval.Low) && double.IsFinite(interval.High))
            {
                rows.Add((new(group.Key.Feature, group.Key.Level, group.Key.Metric, ratio.Estimate, interval.Low, interval.High, null), test.PValue));
            }
        }

        IReadOnlyList<double> adjusted = MultipleComparisons.BenjaminiHochberg([.. rows.Select(r => r.PValue)]);
        List<string> order = [.. metrics];
        return
        [
            .. rows.Zip(adjusted, (r, p) => r.Row with { PValueAdjusted = p })
                .OrderBy(r => order.IndexOf(r.Metric))
                .ThenBy(r => r.PValueAdjusted)
                .ThenBy(r => r.Feature, StringComparer.Ordinal)
                .ThenBy(r => r.Level, StringComparer.Ordinal),
        ];
    }
}
