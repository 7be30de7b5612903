using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Whether effects differ between segments, for all breakdowns together.</summary>
internal sealed class HeterogeneityTable(IReadOnlyList<AnalysisTable> tables, double alpha, string? whyNone)
{
    /// <summary>How many questions the results were corrected for.</summary>
    /// <param name="results">All results.</param>
    public static int Family(IEnumerable<HeterogeneityResult> results) =>
        results.Where(r => r.PValueAdjusted is not null).Select(r => (r.By, r.Metric, r.Arm, r.Test == EffectDifferences.OfAllArms)).Distinct().Count();

    /// <summary>The tests by breakdown, metric and arm; p-values corrected by Holm over all of them, so that any false finding among them has probability alpha.</summary>
    public IReadOnlyList<HeterogeneityResult> Build()
    {
        HeterogeneityQuestion[] questions = [.. tables.SelectMany(t => new EffectDifferences(t, whyNone).Questions())];
        HeterogeneityQuestion[] tested = [.. questions.Where(q => q.PValue is not null)];
        IReadOnlyList<double> holm = MultipleComparisons.Holm([.. tested.Select(q => q.PValue!.Value)]);
        var adjusted = tested.Zip(holm).ToDictionary(x => x.First, x => x.Second);
        return
        [
            .. from question in questions
               let p = adjusted.TryGetValue(question, out double found) ? found : (double?)null
               from row in question.Rows
               select row with
               {
                   PValueAdjusted = row.PValue is null ? null : p,
                   OneScaleOnly = p >= alpha && row.PValue * tested.Length < alpha,
               },
        ];
    }
}
