namespace SkOrchestrator.Analysis;

/// <summary>Where the mails of the Hillstrom test worked better: one real difference, and none to be invented.</summary>
public sealed class HillstromBreakdownTests
{
    private const double Alpha = 0.05;
    private static readonly ExperimentAnalysis All = ExperimentAnalyzer.Analyze(HillstromData.Input("womens", "newbie", "zip_code", "channel"));

    [Fact]
    public void The_womens_mail_works_for_earlier_buyers_of_womens_goods()
    {
        Assert.Equal(0.0731, Campaign.Find(All, "womens=1", "Womens E-Mail", "visit").AbsoluteDifference!.Estimate!.Value, 0.00005);
        Assert.Equal(0.0111, Campaign.Find(All, "womens=0", "Womens E-Mail", "visit").AbsoluteDifference!.Estimate!.Value, 0.00005);
        Assert.All(All.Heterogeneity.Where(h => h is { By: "womens", Metric: "visit", Arm: "Womens E-Mail" }), h => Assert.True(h.PValueAdjusted < 1e-10));
        Assert.True(All.Heterogeneity.Single(h => h is { By: "womens", Metric: "visit", Test: "interaction_lrt" }).PValueAdjusted < 1e-10);
        Assert.All(All.Heterogeneity.Where(h => h is { By: "womens", Arm: "Mens E-Mail" }), h => Assert.True(h.PValueAdjusted >= Alpha));
    }

    [Fact]
    public void Tests_agree_with_a_computation_of_their_own()
    {
        Assert.Equal(61.654, Statistic("womens", "Womens E-Mail", "visit", "breslow_day_tarone"), 0.0005);
        Assert.Equal(94.222, Statistic("womens", "Womens E-Mail", "visit", "cochran_q"), 0.0005);
        Assert.Equal(17.529, Statistic("newbie", "any-treatment", "visit", "breslow_day_tarone"), 0.0005);
        Assert.Equal(0.481, Statistic("newbie", "any-treatment", "visit", "cochran_q"), 0.0005);
        Assert.Equal(4.567, Statistic("channel", "any-treatment", "spend", "cochran_q"), 0.0005);
    }

    [Theory]
    [InlineData("newbie")]
    [InlineData("zip_code")]
    [InlineData("channel")]
    public void No_other_difference_is_invented(string column)
    {
        foreach (ExperimentAnalysis analysis in new[] { All, ExperimentAnalyzer.Analyze(HillstromData.Input(column)) })
        {
            HeterogeneityResult[] rows = [.. analysis.Heterogeneity.Where(h => h.By == column)];
            Assert.Equal((2 * 3 * 2) + 2 + 3, rows.Length);
            Assert.All(rows, h => Assert.True(h.PValueAdjusted >= Alpha, $"{h.By} {h.Metric} {h.Arm} {h.Test} {h.PValueAdjusted}"));
        }
    }

    [Fact]
    public void New_customers_visit_less_which_makes_odds_ratios_differ_and_differences_not()
    {
        HeterogeneityResult odds = All.Heterogeneity.Single(h => h is { By: "newbie", Metric: "visit", Arm: "any-treatment", Test: "breslow_day_tarone" });
        Assert.True(odds is { PValue: < 1e-4, OneScaleOnly: true });
        Assert.False(All.Heterogeneity.Single(h => h is { By: "newbie", Metric: "visit", Arm: "any-treatment", Test: "cochran_q" }).OneScaleOnly);
        Assert.DoesNotContain(All.Heterogeneity, h => h is { By: "womens", Metric: "visit", OneScaleOnly: true, Arm: "Womens E-Mail" });
    }

    [Fact]
    public void Every_breakdown_has_arms_and_comparisons_and_only_the_first_is_stratified_over()
    {
        Assert.Equal(3, All.Arms.Count(a => a.Segment == "all"));
        Assert.Equal(3 * (2 + 2 + 3 + 3), All.Arms.Count(a => a.Segment != "all"));
        Assert.All(All.Comparisons.Where(c => c.Segment == "all"), c => Assert.Equal(["womens=0", "womens=1"], c.SegmentsIncluded.Order()));
        Assert.Equal(2 * 3 * (2 + 2 + 3 + 3), All.Comparisons.Count(c => c.Segment != "all"));
        Assert.Equal(64_000, All.Arms.Where(a => a.Segment.StartsWith("channel=", StringComparison.Ordinal)).Sum(a => a.Assigned));
    }

    [Fact]
    public void Exploratory_comparisons_of_all_breakdowns_are_one_family()
    {
        Comparison[] visits = [.. All.Comparisons.Where(c => c.Segment != "all" && c.Metric == "visit").OrderBy(c => c.PValue)];
        Assert.Equal(20, visits.Length);
        for (int rank = 0; rank < visits.Length; rank++)
        {
            Assert.Equal(visits[rank..].Select((c, i) => c.PValue!.Value * 20 / (rank + i + 1)).Min(), visits[rank].PValueAdjusted!.Value, 1e-12);
        }
    }

    [Theory]
    [InlineData("womens")]
    [InlineData("channel")]
    public void Published_differences_hold_whatever_is_stratified_over(string column)
    {
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(HillstromData.Input(column));
        Assert.Equal(("imported", "No E-Mail"), (analysis.EngagementSource, analysis.Control));
        Interval mens = Campaign.Find(analysis, "all", "Mens E-Mail", "visit").AbsoluteDifference!;
        Assert.Equal(0.0766, mens.Estimate!.Value, 0.0002);
        Assert.Equal(0.0699, mens.CiLow!.Value, 0.0002);
        Assert.Equal(0.0832, mens.CiHigh!.Value, 0.0002);
        Interval spend = Campaign.Find(analysis, "all", "Mens E-Mail", "spend").AbsoluteDifference!;
        Assert.Equal(0.770, spend.Estimate!.Value, 0.003);
        Assert.Equal(0.485, spend.CiLow!.Value, 0.003);
        Assert.Equal(1.055, spend.CiHigh!.Value, 0.003);
        Assert.Equal("welch_t", Campaign.Find(analysis, "all", "Womens E-Mail", "spend").Test);
        Assert.All(analysis.Omnibus.Where(o => o.Metric != "spend"), o => Assert.True(o is { Test: "logistic_lrt", DegreesOfFreedom: 2, PValue: < 1e-6 }));
        Assert.Equal("none", analysis.Omnibus.Single(o => o.Metric == "spend").Test);
        Assert.Equal("Mens E-Mail", analysis.Ranking!.Arms[0].Arm);
        FiniteAssert.Walk(analysis, "analysis");
        FiniteAssert.Consistent(analysis);
    }

    private static double Statistic(string by, string arm, string metric, string test) =>
        All.Heterogeneity.Single(h => h.By == by && h.Arm == arm && h.Metric == metric && h.Test == test).Statistic!.Value;
}
