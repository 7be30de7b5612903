using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Which feature levels go with engagement: an association among customers, not an effect of a message. One logistic regression per rate with all features
/// and the arms; where features were only counted one by one, Mantel–Haenszel odds ratios of customers with a level against those without, stratified over
/// arms.
/// </summary>
internal sealed class AttributionTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;

    /// <summary>The rows by metric, then by corrected p-value; those without an odds ratio last.</summary>
    public IReadOnlyList<AttributionResult> Build()
    {
        (AttributionResult Row, double? PValue)[] rows = [.. input.FeatureTable.Features.Count > 0 ? OfModels() : OfCounts()];
        (AttributionResult Row, double? PValue)[] tested = [.. rows.Where(r => r.PValue is not null)];
        IReadOnlyList<double> adjusted = MultipleComparisons.BenjaminiHochberg([.. tested.Select(r => r.PValue!.Value)]);
        List<string> order = [.. table.Metrics];
        return
        [
            .. tested.Zip(adjusted, (r, p) => r.Row with { PValueAdjusted = p })
                .Concat(rows.Where(r => r.PValue is null).Select(r => r.Row))
                .OrderBy(r => order.IndexOf(r.Metric))
                .ThenBy(r => r.PValueAdjusted ?? double.PositiveInfinity)
                .ThenBy(r => r.Feature, StringComparer.Ordinal)
                .ThenBy(r => r.Level, StringComparer.Ordinal),
        ];
    }

    private IEnumerable<(AttributionResult Row, double? PValue)> OfModels() =>
        table.Metrics.Where(m => !table.IsNumeric(m) && table.WhyNotObserved(m) is null && input.FeatureTable.Metrics.Contains(m))
            .SelectMany(m => new AttributionModel(input.FeatureTable, table, m, _confidence).Rows());

    private IEnumerable<(AttributionResult Row, double? PValue)> OfCounts()
    {
        foreach (var group in input.Features.Where(c => table.Metrics.Contains(c.Metric)).GroupBy(c => (c.Feature, c.Level, c.Metric)))
        {
            Stratum[] arms = [.. group.Select(c => new Stratum(new(c.SuccessesWithout, c.CountWithout), new(c.SuccessesWith, c.CountWith)))];
            if (MantelHaenszel.OddsRatio(arms, _confidence).OrNull() is { Interval: Bounds interval } ratio &&
                CochranMantelHaenszel.Test(arms).OrNull() is TestResult test &&
                double.IsFinite(interval.Low) && double.IsFinite(interval.High))
            {
                yield return (new(group.Key.Feature, group.Key.Level, group.Key.Metric, ratio.Estimate, interval.Low, interval.High, null), test.PValue);
            }
        }
    }
}
