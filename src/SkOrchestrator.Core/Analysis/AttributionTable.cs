using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Which feature levels go with engagement: an association among customers, not an effect of a message. One logistic regression per rate with all features
/// and the arms.
/// </summary>
internal sealed class AttributionTable(AnalysisInput input, AnalysisTable table)
{
    private readonly double _confidence = 1 - input.Experiment.Alpha;

    /// <summary>The rows by metric, then by corrected p-value; those without an odds ratio last.</summary>
    public IReadOnlyList<AttributionResult> Build()
    {
        (AttributionResult Row, double? PValue)[] rows = [.. OfModels()];
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
}
