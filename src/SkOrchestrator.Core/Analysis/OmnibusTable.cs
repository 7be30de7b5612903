using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Whether the arms differ at all, one test per metric over the segments that have at least two of them.</summary>
internal sealed class OmnibusTable(AnalysisTable table, string? whyNone)
{
    /// <summary>One row per metric.</summary>
    public IReadOnlyList<OmnibusResult> Build() =>
        [.. table.Metrics.Select(m => (whyNone ?? table.WhyNotObserved(m)) is string why ? None(m, why) : table.IsNumeric(m) ? OfMeans(m) : OfRates(m))];

    private OmnibusResult OfRates(string metric)
    {
        var segments = Segments(metric, 1, (s, a) => table.Rate([s], [a], metric), r => r.Trials);
        return segments switch
        {
            [] => None(metric, "no segment has customers in two arms"),
            [var only] => OfRates(metric, [.. only.Values]),
            _ => Filled(metric, "logistic_lrt", ArmTest(segments)),
        };
    }

    private static OmnibusResult OfRates(string metric, IReadOnlyList<Proportion> arms)
    {
        bool exact = SmallestExpected(arms) < TwoProportionTest.SmallestExpectedCount;
        return exact && FreemanHaltonTest.Of(arms) is { WhyNot: null } listed
            ? Filled(metric, "freeman_halton", listed)
            : Filled(metric, "chi_square", OmnibusTest.ChiSquare(arms));
    }

    private OmnibusResult OfMeans(string metric)
    {
        var segments = Segments(metric, 2, (s, a) => table.Mean([s], [a], metric), m => m.Count);
        return segments switch
        {
            [] => None(metric, "no segment has at least 2 customers in two arms"),
            [var only] => Filled(metric, "welch_anova", WelchAnova.Of([.. only.Values])),
            _ => None(metric, "there is no test of all arms at once for means over several segments"),
        };
    }
}
