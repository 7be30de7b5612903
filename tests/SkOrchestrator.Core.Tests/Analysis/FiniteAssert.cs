using System.Collections;
using System.Reflection;

namespace SkOrchestrator.Analysis;

/// <summary>Walks a record by reflection: every number must be finite, every p-value and rate between 0 and 1, and no p-value 0.</summary>
internal static class FiniteAssert
{
    private static readonly string[] Shares = ["PValue", "PValueAdjusted", "Rate", "PopulationShare", "ChanceToBeatControl", "ChanceToBeBest", "MidPValue", "Achieved"];

    private static readonly string[] PValues = ["PValue", "PValueAdjusted", "MidPValue", "AlwaysValidPValue", "SampleRatioPValue"];

    public static int Walk(object? value, string path)
    {
        switch (value)
        {
            case null or string or bool or int or long:
                return 0;
            case double number:
                Assert.True(double.IsFinite(number), $"{path} is {number}");
                Assert.True(!Shares.Any(s => path.EndsWith("." + s, StringComparison.Ordinal)) || number is >= 0 and <= 1, $"{path} is {number}");
                Assert.True(!PValues.Any(s => path.EndsWith("." + s, StringComparison.Ordinal)) || number > 0, $"{path} is {number}");
                return 1;
            case IDictionary map:
                return map.Keys.Cast<object>().Sum(key => Walk(map[key], $"{path}.{key}"));
            case IEnumerable list:
                return list.Cast<object?>().Select((item, i) => Walk(item, $"{path}[{i}]")).Sum();
            default:
                return value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(p => p.GetIndexParameters().Length == 0)
                    .Sum(p => Walk(p.GetValue(value), $"{path}.{p.Name}"));
        }
    }

    /// <summary>Nothing is missing without a reason, and nothing is given beside a reason that denies it.</summary>
    public static void Consistent(ExperimentAnalysis analysis)
    {
        foreach (Comparison c in analysis.Comparisons)
        {
            string what = $"{c.Segment} {c.Arm} {c.Metric}";
            Assert.True(c.NotEstimable is not null || c is { PValue: not null, AbsoluteDifference: { CiLow: not null, CiHigh: not null }, RelativeLiftPercent: { CiLow: not null, CiHigh: not null } }, what);
            Assert.Equal(c.PValue is null, c.PValueAdjusted is null);
            Assert.Equal(c.PValue is null, c.Test == "none");
            Assert.True(c.PValueAdjusted is null || c.PValueAdjusted >= c.PValue, what);
            Assert.True(!c.Significant || c.PValueAdjusted < analysis.Alpha, what);
            foreach (Interval interval in new[] { c.AbsoluteDifference, c.RelativeLiftPercent, c.SimultaneousDifference }.OfType<Interval>())
            {
                if (interval.Estimate is null)
                {
                    Assert.True(interval == c.RelativeLiftPercent && interval is { CiLow: not null, CiHigh: null } && c.NotEstimable is not null, what);
                    continue;
                }

                Assert.True(interval.CiLow is null || interval.CiLow <= interval.Estimate + 1e-9, what);
                Assert.True(interval.CiHigh is null || interval.CiHigh >= interval.Estimate - 1e-9, what);
                Assert.True(interval.CiLow is null || interval.CiLow < interval.CiHigh, $"{what}: an interval without width");
            }
        }

        Assert.All(analysis.Power, p => Assert.True(p.NotEstimable is not null || p is { DetectableLiftPercent: not null, NeededPerArm: not null }));
        Assert.All(analysis.Heterogeneity, h => Assert.True(h.NotEstimable is not null || h is { PValue: not null, PValueAdjusted: not null }));
        Assert.All(analysis.Heterogeneity, h => Assert.True(h.PValue is null || h.PValueAdjusted >= h.PValue));
        Assert.Equal(analysis.Power.Select(p => p.Metric), analysis.Omnibus.Select(o => o.Metric));
        Assert.All(analysis.Omnibus, o => Assert.Equal((o.PValue is null, o.Test == "none"), (o.NotEstimable is not null, o.NotEstimable is not null)));
        Assert.All(analysis.Adjusted, a => Assert.True(a.NotEstimable is not null || a is { PValue: not null, AbsoluteDifference: { CiLow: not null, CiHigh: not null } }));
        Assert.All(analysis.Attribution, a => Assert.True(a.NotEstimable is not null || a is { OddsRatio: not null, PValueAdjusted: not null }));
        if (analysis.Ranking is RankingResult ranking)
        {
            Assert.Equal(ranking.NotEstimable is null, ranking.Arms.Count > 1);
            Assert.All(ranking.Arms, a => Assert.True(a is { Rate: not null, ChanceToBeBest: not null, ExpectedLoss: >= 0 }));
        }

        Assert.NotEmpty(analysis.Decision.Rules);
    }
}
