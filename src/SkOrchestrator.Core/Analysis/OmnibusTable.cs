using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Whether the arms differ at all, one test per metric over the segments that have at least two of them.</summary>
internal sealed class OmnibusTable(AnalysisTable table, string? whyNone)
{
    private readonly IReadOnlyList<ArmId> _arms = [.. table.Treatments.Prepend(table.Control)];

    /// <summary>One row per metric.</summary>
    public IReadOnlyList<OmnibusResult> Build() =>
        [.. table.Metrics.Select(m => (whyNone ?? table.WhyNotObserved(m)) is string why ? None(m, why) : table.IsNumeric(m) ? OfMeans(m) : OfRates(m))];

    private OmnibusResult OfRates(string metric)
    {
        Proportion[][] segments =
            [.. table.Segments.Select(s => _arms.Select(a => table.Rate([s], [a], metric)).ToArray()).Where(s => s.Count(a => a.Trials > 0) > 1)];
        return segments switch
        {
            [] => None(metric, "no segment has customers in two arms"),
            [Proportion[] only] => OfRates(metric, [.. only.Where(a => a.Trials > 0)]),
            _ => Filled(metric, "logistic_lrt", ArmTest.Of(segments)),
        };
    }

    private static OmnibusResult OfRates(string metric, Proportion[] arms)
    {
        double rarer = Math.Min(arms.Sum(a => (double)a.Successes), arms.Sum(a => (double)a.Failures));
        double smallest = arms.Min(a => a.Trials) * (rarer / arms.Sum(a => (double)a.Trials));
        Estimated<TestResult>? exact = smallest < TwoProportionTest.SmallestExpectedCount ? FreemanHaltonTest.Of(arms) : null;
        return exact is { WhyNot: null } listed ? Filled(metric, "freeman_halton", listed) : Filled(metric, "chi_square", OmnibusTest.ChiSquare(arms));
    }

    private OmnibusResult OfMeans(string metric)
    {
        MeanSummary[][] segments =
            [.. table.Segments.Select(s => _arms.Select(a => table.Mean([s], [a], metric)).Where(a => a.Count > 1).ToArray()).Where(s => s.Length > 1)];
        return segments switch
        {
            [] => None(metric, "no segment has at least 2 customers in two arms"),
            [MeanSummary[] only] => Filled(metric, "welch_anova", WelchAnova.Of(only)),
            _ => None(metric, "there is no test of all arms at once for means over several segments"),
        };
    }

    private static OmnibusResult None(string metric, string why) => new(metric, "none", null, null, null) { NotEstimable = why };

    private static OmnibusResult Filled(string metric, string name, Estimated<TestResult> test) =>
        test.TryGet(out TestResult? result, out string? whyNot)
            ? new(metric, name, Numbers.Finite(result.Statistic), (int?)result.DegreesOfFreedom, Numbers.PValue(result.PValue))
            : None(metric, whyNot);
}
