using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Rates, lifts, tests and corrections of the analysis.</summary>
public sealed class ComparisonTests
{
    private static readonly ExperimentAnalysis Two = new Campaign(Metric.ClickRate, Metric.OpenRate)
        .Segment("a", (200, [20, 60]), (200, [30, 66]), (200, [22, 58]))
        .Segment("b", (100, [4, 20]), (100, [9, 31]), (100, [3, 22]))
        .Analyze();

    [Fact]
    [Requirement("5.5")]
    public void Rates_are_successes_over_assigned_customers_with_an_interval()
    {
        MetricSummary all = Two.Arms.Single(a => a is { Segment: "all", Arm: "treatment-1" }).Metrics[Metric.ClickRate];
        Assert.Equal((39, 300, 0.13), (all.Successes, all.Trials, all.Rate));
        Assert.True(all.CiLow < 0.13 && all.CiHigh > 0.13);
        Assert.Equal(["all", "all", "all", "a", "a", "a", "b", "b", "b"], Two.Arms.Select(a => a.Segment));
        Assert.Equal(300, Two.Arms[0].Assigned);
    }

    [Fact]
    [Requirement("5.6")]
    public void Lift_is_treatment_minus_control_over_control_in_percent()
    {
        Comparison c = Campaign.Find(Two, "a", "treatment-1", Metric.ClickRate);
        Assert.Equal((0.15 - 0.10) / 0.10 * 100, c.RelativeLiftPercent!.Estimate!.Value, 1e-9);
        Assert.Equal(0.05, c.AbsoluteDifference!.Estimate!.Value, 1e-12);
    }

    [Fact]
    [Requirement("5.7")]
    public void Every_treatment_has_a_p_value_overall_and_in_each_segment()
    {
        Assert.Equal(2 * 3 + 2 * 2 * 2, Two.Comparisons.Count);
        Assert.All(Two.Comparisons, c => Assert.InRange(c.PValue!.Value, 0, 1));
        Assert.All(Two.Comparisons.Where(c => c.Segment == "all"), c => Assert.Equal("cmh", c.Test));
        Assert.Equal("chi_square", Campaign.Find(Two, "a", "treatment-1", Metric.ClickRate).Test);
        Assert.Equal("fisher", Campaign.Find(Two, "b", "treatment-2", Metric.ClickRate).Test);
        Assert.Null(Campaign.Find(Two, "b", "treatment-2", Metric.ClickRate).Statistic);
    }

    [Fact]
    public void Any_treatment_is_all_treatments_together()
    {
        Comparison any = Campaign.Find(Two, "all", "any-treatment", Metric.ClickRate);
        Assert.Equal((64 / 600.0) - (24 / 300.0), any.Crude!.Value, 1e-12);
        Assert.Equal(["a", "b"], any.SegmentsIncluded);
        Assert.Equal(1, any.PopulationShare);
        Assert.Equal(any.PValue, any.PValueAdjusted);
    }

    [Fact]
    [Requirement("5.7")]
    public void Corrections_follow_their_families()
    {
        double[] overall = [.. Two.Comparisons.Where(c => c is { Segment: "all", Metric: Metric.ClickRate, Arm: not "any-treatment" }).Select(c => c.PValue!.Value)];
        Comparison best = Campaign.Find(Two, "all", "treatment-1", Metric.ClickRate);
        Assert.Equal(Math.Min(1, overall.Min() * 2), best.PValueAdjusted!.Value, 1e-12);
        Comparison[] exploratory = [.. Two.Comparisons.Where(c => c.Segment != "all" && c.Metric == Metric.ClickRate).OrderBy(c => c.PValue)];
        Assert.Equal(exploratory[^1].PValue!.Value, exploratory[^1].PValueAdjusted!.Value, 1e-12);
        Assert.Contains(Two.Notes, n => n.Contains("Holm within each metric over its treatments (family of 2)", StringComparison.Ordinal));
        Assert.Contains(Two.Notes, n => n.Contains("exploratory", StringComparison.Ordinal) && n.Contains("(family of 4)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CorrectionMethod.None, "none")]
    [InlineData(CorrectionMethod.BenjaminiHochberg, "bh")]
    public void The_configured_correction_is_used_and_named(CorrectionMethod method, string name)
    {
        AnalysisInput input = new Campaign().Segment("a", (200, [20]), (200, [30]), (200, [38])).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { Correction = method } });
        Comparison first = Campaign.Find(analysis, "all", "treatment-1");
        Assert.Equal(name, analysis.Correction);
        Assert.Equal(first.PValue, first.PValueAdjusted);
    }

    [Fact]
    public void Segments_without_the_treatment_are_left_out_and_named()
    {
        ExperimentAnalysis analysis = new Campaign()
            .Segment("a", (100, [10]), (100, [12]), (100, [16]))
            .Segment("b", (50, [5]), (50, [6]))
            .Segment("c", (0, [0]), (50, [6]), (50, [7]))
            .Analyze();
        Comparison second = Campaign.Find(analysis, "all", "treatment-2");
        Assert.Equal(["a"], second.SegmentsIncluded);
        Assert.Equal(0.6, second.PopulationShare!.Value, 1e-12);
        Assert.Equal(["a", "b"], Campaign.Find(analysis, "all", "treatment-1").SegmentsIncluded);
        Assert.Contains(analysis.Notes, n => n.StartsWith("treatment-2 over all segments leaves out b, c", StringComparison.Ordinal));
        Assert.Equal("an arm has no customers", Campaign.Find(analysis, "c", "treatment-1").NotEstimable);
    }

    [Fact]
    [Requirement("5.6")]
    public void Without_control_events_the_lift_is_missing_and_the_difference_is_not()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (200, [0]), (200, [9])).Analyze();
        foreach (string segment in (string[])["all", "a"])
        {
            Comparison c = Campaign.Find(analysis, segment, "treatment-1");
            Assert.True(c.RelativeLiftPercent is { Estimate: null, CiLow: > 0, CiHigh: null });
            Assert.Contains("control rate is 0", c.NotEstimable, StringComparison.Ordinal);
            Assert.Equal(0.045, c.AbsoluteDifference!.Estimate!.Value, 1e-12);
            Assert.NotNull(c.PValue);
        }
    }

    [Fact]
    public void Without_any_events_there_is_no_p_value_and_no_interval_of_no_width()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (200, [0]), (200, [0])).Analyze();
        Assert.All(analysis.Comparisons, c => Assert.Equal(("no events in either arm", null, null, "none"), (c.NotEstimable, c.PValue, c.RelativeLiftPercent, c.Test)));
        Assert.True(Campaign.Find(analysis, "a", "treatment-1").AbsoluteDifference is { CiLow: < 0, CiHigh: > 0 });
    }

    [Fact]
    [Requirement("5.7")]
    public void Revenue_is_compared_by_a_t_test()
    {
        var campaign = new Campaign(Metric.RevenuePerRecipient);
        foreach ((string segment, long n) in new[] { ("a", 400L), ("b", 100L) })
        {
            campaign.Plan(segment, (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
                .Cell(segment, ArmId.Control, Metric.RevenuePerRecipient, n, n * 2.0, n * 104.0)
                .Cell(segment, Campaign.Arm(1), Metric.RevenuePerRecipient, n, n * 3.0, n * 109.0);
        }

        ExperimentAnalysis analysis = campaign.Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Assert.Equal("welch_t", all.Test);
        Assert.Equal(1, all.AbsoluteDifference!.Estimate!.Value, 1e-12);
        Assert.Equal(50, all.RelativeLiftPercent!.Estimate!.Value, 1e-9);
        Assert.Null(all.ChanceToBeatControl);
        MetricSummary control = analysis.Arms[0].Metrics[Metric.RevenuePerRecipient];
        Assert.Equal((500L, 2.0), (control.N, control.Mean));
        Assert.Equal(10, control.Sd!.Value, 0.02);
        Assert.Null(control.Rate);
    }

    [Fact]
    public void Partitions_of_a_cell_add_up()
    {
        AnalysisInput whole = new Campaign().Segment("a", (200, [20]), (200, [30])).Input();
        var halves = whole.Cells.SelectMany(c => Enumerable.Repeat(c with { Count = c.Count / 2, Sum = c.Sum / 2, SquaredDeviations = c.SquaredDeviations / 2 }, 2));
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(whole with { Cells = [.. halves] });
        Assert.Equal(Campaign.Find(ExperimentAnalyzer.Analyze(whole), "a", "treatment-1").PValue, Campaign.Find(analysis, "a", "treatment-1").PValue);
    }

    [Fact]
    public void Different_effects_in_segments_are_found_by_the_heterogeneity_test()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (1000, [100]), (1000, [220])).Segment("b", (1000, [200]), (1000, [120])).Analyze();
        Assert.Equal(["breslow_day_tarone", "cochran_q"], analysis.Heterogeneity.Select(h => h.Test));
        Assert.All(analysis.Heterogeneity, h => Assert.Equal(("segment", "any-treatment"), (h.By, h.Arm)));
        Assert.All(analysis.Heterogeneity, h => Assert.True(h.PValueAdjusted < 1e-6));
        Assert.NotNull(new Campaign().Segment("a", (10, [1]), (10, [2])).Analyze().Heterogeneity[0].NotEstimable);
    }
}
