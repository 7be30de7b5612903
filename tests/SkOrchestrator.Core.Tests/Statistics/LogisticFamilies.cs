using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Logistic regression with main effects of arm and segment.</summary>
internal static class LogisticFamilies
{
    public static IReadOnlyDictionary<string, ReferenceFamily> All { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["logistic"] = new(
            new Dictionary<string, Func<ReferenceCase, object?>>
            {
                ["terms"] = c => new[] { "(Intercept)" }.Concat(Levels(c, "arm").Select(a => $"arm{a}")).Concat(Levels(c, "seg").Select(s => $"seg{s}")),
                ["separation"] = c => Fit(c, "arm", "seg").WhyNot == LogisticRegression.Separated,
                ["coef"] = c => Fit(c, "arm", "seg").OrNull()?.Coefficients,
                ["se"] = c => Fit(c, "arm", "seg").OrNull()?.StandardErrors,
                ["z"] = c => Fit(c, "arm", "seg").OrNull()?.Z,
                ["p"] = c => Fit(c, "arm", "seg").OrNull()?.PValues,
                ["odds_ratio"] = c => Fit(c, "arm", "seg").OrNull()?.OddsRatios,
                ["deviance"] = c => Fit(c, "arm", "seg").OrNull()?.Deviance,
                ["loglik_bernoulli"] = c => Fit(c, "arm", "seg").OrNull()?.LogLikelihood,
                ["arm_lrt"] = c => Fit(c, "arm", "seg").OrNull() is LogisticFit full ? Test(NestedModelTest.Of(Fit(c, "seg").OrNull()!, full)) : null,
                ["interaction_lrt"] = c => Fit(c, "arm", "seg").OrNull() is LogisticFit full ? Test(NestedModelTest.AgainstSaturated(full)) : null,
            },
            []),
    };

    private static Dictionary<string, object?>? Test(Estimated<TestResult> test) =>
        test.OrNull() is TestResult t ? new() { ["stat"] = t.Statistic, ["df"] = t.DegreesOfFreedom, ["p"] = t.PValue } : null;

    private static IEnumerable<JsonElement> Rows(ReferenceCase c) => c.Inputs.GetProperty("rows").EnumerateArray();

    private static int[] Levels(ReferenceCase c, string factor) => [.. Rows(c).Select(r => r.GetProperty(factor).GetInt32()).Where(i => i > 0).Distinct().Order()];

    private static Estimated<LogisticFit> Fit(ReferenceCase c, params string[] factors) => LogisticRegression.Fit([.. Rows(c).Select(row => new LogisticGroup(
        [.. factors.SelectMany(f => Levels(c, f).Select(level => row.GetProperty(f).GetInt32() == level ? 1.0 : 0))],
        row.GetProperty("y").GetInt64(),
        row.GetProperty("n").GetInt64()))]);
}
