using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Whether the effect of any treatment differs between segments: the Breslow–Day test with Tarone's correction for each rate.</summary>
internal sealed class HeterogeneityTable(AnalysisTable table, string? whyNone)
{
    /// <summary>One row per rate; p-values corrected over the rates by Benjamini and Hochberg.</summary>
    public IReadOnlyList<HeterogeneityResult> Build()
    {
        List<HeterogeneityResult> rows = [.. table.Metrics.Where(m => !Metric.IsNumeric(m)).Select(Of)];
        int[] tested = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].PValue is not null)];
        IReadOnlyList<double> adjusted = MultipleComparisons.BenjaminiHochberg([.. tested.Select(i => rows[i].PValue!.Value)]);
        foreach ((int index, double p) in tested.Zip(adjusted))
        {
            rows[index] = rows[index] with { PValueAdjusted = p };
        }

        return rows;
    }

    private HeterogeneityResult Of(string metric)
    {
        Estimated<TestResult> test = (whyNone ?? table.WhyNotObserved(metric)) is string why
            ? new NotEstimable(why)
            : BreslowDayTest.Tarone([.. table.Segments.Select(s => table.Arms(s, table.Treatments, metric))]);
        return new("segment", metric, ArmId.AnyTreatment.Value, "breslow_day_tarone", Numbers.Finite(test.OrNull()?.Statistic), Numbers.Finite(test.OrNull()?.PValue), null)
        {
            NotEstimable = test.WhyNot,
        };
    }
}
