using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The questions whether effects differ between the segments of one breakdown: for any treatment and, where there are several, for each.</summary>
internal sealed class EffectDifferences(AnalysisTable table, string? whyNone)
{
    /// <summary>The test of all arms at once.</summary>
    public const string OfAllArms = "interaction_lrt";

    /// <summary>The questions; none where the only segment is everybody.</summary>
    public IEnumerable<HeterogeneityQuestion> Questions() => table.IsUndivided ? [] : table.Metrics.SelectMany(Of);

    private IEnumerable<HeterogeneityQuestion> Of(string metric)
    {
        string? why = whyNone ?? table.WhyNotObserved(metric) ?? (table.Segments.Count < 2 ? "there are fewer than two segments" : null);
        if (why is not null)
        {
            return [new([Row(metric, ArmId.AnyTreatment, table.IsNumeric(metric) ? "cochran_q" : "breslow_day_tarone", new NotEstimable(why))], null)];
        }

        HeterogeneityQuestion any = Question(metric, ArmId.AnyTreatment, table.Treatments);
        if (table.Treatments.Count < 2)
        {
            return [any];
        }

        HeterogeneityQuestion[] single = [.. table.Treatments.Select(arm => Question(metric, arm, [arm]))];
        return table.IsNumeric(metric) ? [any, .. single] : [any, .. single, Interaction(metric, single)];
    }

    /// <summary>All arms at once. On the scale of differences, some treatment must show it: the smallest of their p-values, by Bonferroni.</summary>
    private HeterogeneityQuestion Interaction(string metric, HeterogeneityQuestion[] single)
    {
        ArmId[] arms = [.. table.Treatments.Prepend(table.Control)];
        Proportion[][] counts = [.. table.Segments.Select(s => arms.Select(a => table.Rate([s], [a], metric)).ToArray())];
        HeterogeneityResult row = Row(metric, ArmId.AnyTreatment, OfAllArms, InteractionTest.Of(counts));
        double?[] differences = [.. single.SelectMany(q => q.Rows).Where(r => r.Test == "cochran_q" && r.PValue is not null).Select(r => r.PValue)];
        double? other = differences.Length == 0 ? null : Math.Min(1, differences.Min()!.Value * differences.Length);
        return new([row], row.PValue is double p ? Math.Max(p, other ?? 0) : null);
    }

    private HeterogeneityQuestion Question(string metric, ArmId label, IReadOnlyList<ArmId> treatments)
    {
        if (table.IsNumeric(metric))
        {
            return All([Row(metric, label, "cochran_q", OfMeans(metric, treatments))]);
        }

        Stratum[] strata = [.. table.Segments.Select(s => table.Arms(s, treatments, metric))];
        return All(
        [
            Row(metric, label, "breslow_day_tarone", BreslowDayTest.Tarone(strata)),
            Row(metric, label, "cochran_q", CochranQTest.OfDifferences(strata)),
        ]);
    }

    private Estimated<TestResult> OfMeans(string metric, IReadOnlyList<ArmId> treatments) =>
        InverseVariance.Homogeneity(
        [
            .. from segment in table.Segments
               let control = table.Mean([segment], [table.Control], metric)
               let treated = table.Mean([segment], treatments, metric)
               where control.Count > 1 && treated.Count > 1
               select (treated.Mean - control.Mean, control.MeanVariance + treated.MeanVariance),
        ]);

    private static HeterogeneityQuestion All(IReadOnlyList<HeterogeneityResult> rows) => new(rows, rows.Max(r => r.PValue));

    private HeterogeneityResult Row(string metric, ArmId arm, string name, Estimated<TestResult> test) =>
        new(table.By, metric, arm.Value, name, Numbers.Finite(test.OrNull()?.Statistic), Numbers.PValue(test.OrNull()?.PValue), null)
        {
            NotEstimable = test.WhyNot ?? (Numbers.PValue(test.OrNull()?.PValue) is null ? "the values are too large to be compared" : null),
        };
}
