using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Nothing to stratify over, any name of control, and the tests of all arms at once.</summary>
public sealed class OneStratumTests
{
    [Fact]
    public void One_segment_is_compared_by_the_methods_for_two_arms()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (300, [30]), (300, [45]), (300, [29])).Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Comparison segment = Campaign.Find(analysis, "a", "treatment-1");
        Assert.Equal(("chi_square", segment.PValue, segment.AbsoluteDifference, segment.RelativeLiftPercent, segment.ChanceToBeatControl),
            (all.Test, all.PValue, all.AbsoluteDifference, all.RelativeLiftPercent, all.ChanceToBeatControl));
        Assert.Equal((null, false, 1.0), (all.Crude, all.Reversal, all.PopulationShare));
        Assert.Equal(["a"], all.SegmentsIncluded);
    }

    [Fact]
    public void Few_counts_in_one_segment_are_tested_exactly_with_the_mid_p_value_beside()
    {
        Comparison all = Campaign.Find(new Campaign().Segment("a", (20, [1]), (20, [6])).Analyze(), "all", "treatment-1");

        // R: fisher.test(matrix(c(6, 14, 1, 19), 2))$p.value
        Assert.Equal("fisher", all.Test);
        Assert.Equal(0.09148, all.PValue!.Value, 0.00001);
        Assert.True(all.MidPValue < all.PValue);
        Assert.Null(Campaign.Find(new Campaign().Segment("a", (200, [20]), (200, [36])).Analyze(), "all", "treatment-1").MidPValue);
    }

    [Fact]
    public void A_second_segment_without_control_leaves_one_stratum()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (300, [30]), (300, [45])).Segment("b", (0, [0]), (100, [9])).Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Assert.Equal("chi_square", all.Test);
        Assert.Equal(["a"], all.SegmentsIncluded);
        Assert.Equal(600 / 700.0, all.PopulationShare!.Value, 1e-12);
    }

    [Fact]
    public void A_design_of_everybody_has_no_segment_rows()
    {
        ExperimentAnalysis analysis = new Campaign(Metric.ClickRate, Metric.OpenRate).Segment("all", (300, [30, 80]), (300, [45, 90]), (300, [29, 81])).Analyze();
        Assert.Equal(["control", "treatment-1", "treatment-2"], analysis.Arms.Select(a => a.Arm));
        Assert.Equal(6, analysis.Comparisons.Count);
        Assert.All(analysis.Comparisons, c => Assert.Equal(("all", "chi_square"), (c.Segment, c.Test)));
        Assert.Empty(analysis.Heterogeneity);
        Assert.Equal(["all"], analysis.Ranking!.SegmentsIncluded);
    }

    [Fact]
    public void Control_may_have_any_name()
    {
        AnalysisInput input = new Campaign(Metric.ClickRate, Metric.RevenuePerRecipient)
            .Segment("a", (300, [30, 30]), (300, [45, 45])).Segment("b", (200, [30, 30]), (200, [45, 45])).Input(EngagementSource.Imported);
        ExperimentAnalysis plain = ExperimentAnalyzer.Analyze(input);
        ExperimentAnalysis renamed = ExperimentAnalyzer.Analyze(input with
        {
            Control = ArmId.From("gate_30"),
            Design = new([.. input.Design.Segments.Select(s => s with { Arms = [.. s.Arms.Select(a => a with { Arm = Renamed(a.Arm) })] })], []),
            Cells = [.. input.Cells.Select(c => c with { Arm = Renamed(c.Arm) })],
        });
        Assert.Equal(("gate_30", "imported"), (renamed.Control, renamed.EngagementSource));
        Assert.Equal(plain.Comparisons.Select(c => (c.Arm, c.PValue, c.AbsoluteDifference, c.PValueAdjusted)), renamed.Comparisons.Select(c => (c.Arm, c.PValue, c.AbsoluteDifference, c.PValueAdjusted)));
        Assert.Equal(plain.Power, renamed.Power);
        Assert.Equal(plain.Heterogeneity, renamed.Heterogeneity);
        Assert.Contains(renamed.Arms, a => a is { Segment: "b", Arm: "gate_30" });
        Assert.DoesNotContain(renamed.Comparisons, c => c.Arm == "gate_30");

        static ArmId Renamed(ArmId arm) => arm == ArmId.Control ? ArmId.From("gate_30") : arm;
    }

    [Fact]
    public void Numeric_metrics_are_those_that_the_input_names()
    {
        AnalysisInput input = new Campaign("rounds", "kept").Plan("all", (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
            .Cell("all", ArmId.Control, "rounds", 100, 5000, 300_000).Cell("all", Campaign.Arm(1), "rounds", 100, 5600, 370_000)
            .Cell("all", ArmId.Control, "kept", 100, 19, 19).Cell("all", Campaign.Arm(1), "kept", 100, 18, 18).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { NumericMetrics = new HashSet<string> { "rounds" } });
        Assert.Equal("welch_t", Campaign.Find(analysis, "all", "treatment-1", "rounds").Test);
        Assert.Equal("chi_square", Campaign.Find(analysis, "all", "treatment-1", "kept").Test);
        Assert.Throws<ArgumentException>(() => ExperimentAnalyzer.Analyze(input));
    }

    [Fact]
    public void Intervals_that_hold_together_are_wider_than_those_that_hold_alone()
    {
        foreach (Campaign campaign in (Campaign[])[
            new Campaign().Segment("a", (300, [30]), (300, [45]), (300, [29]), (300, [33])),
            new Campaign().Segment("a", (300, [30]), (300, [45]), (300, [29])).Segment("b", (300, [40]), (300, [55]), (300, [39]))])
        {
            ExperimentAnalysis analysis = campaign.Analyze();
            Comparison one = Campaign.Find(analysis, "all", "treatment-1");
            Assert.Equal(one.AbsoluteDifference!.Estimate, one.SimultaneousDifference!.Estimate);
            Assert.True(one.SimultaneousDifference.CiLow < one.AbsoluteDifference.CiLow && one.SimultaneousDifference.CiHigh > one.AbsoluteDifference.CiHigh);
            Assert.Null(Campaign.Find(analysis, "all", "any-treatment").SimultaneousDifference);
            Assert.Null(Campaign.Find(analysis, "a", "treatment-1").SimultaneousDifference);
        }

        Comparison only = Campaign.Find(new Campaign().Segment("a", (300, [30]), (300, [45])).Analyze(), "all", "treatment-1");
        Assert.Equal(only.AbsoluteDifference, only.SimultaneousDifference);
    }

    [Fact]
    public void All_arms_at_once_are_tested_once_per_metric()
    {
        // chi-square of 30, 45, 29 of 300 each, by hand: Σ (o − e)² / e with e = 104/3 and 300 − 104/3
        OmnibusResult one = Assert.Single(new Campaign().Segment("a", (300, [30]), (300, [45]), (300, [29])).Analyze().Omnibus);
        double expected = 104 / 3.0;
        double squares = ((30 - expected) * (30 - expected)) + ((45 - expected) * (45 - expected)) + ((29 - expected) * (29 - expected));
        Assert.Equal(("chi_square", 2), (one.Test, one.DegreesOfFreedom));
        Assert.Equal((squares / expected) + (squares / (300 - expected)), one.Statistic!.Value, 1e-9);

        OmnibusResult tiny = Assert.Single(new Campaign().Segment("a", (10, [0]), (10, [5]), (10, [1])).Analyze().Omnibus);
        Assert.Equal(("freeman_halton", null), (tiny.Test, tiny.Statistic));
        Assert.InRange(tiny.PValue!.Value, 0.01, 0.03);

        OmnibusResult several = Assert.Single(new Campaign().Segment("a", (300, [30]), (300, [45]), (300, [29])).Segment("b", (100, [30]), (100, [45])).Analyze().Omnibus);
        Assert.Equal(("logistic_lrt", 2), (several.Test, several.DegreesOfFreedom));
        Assert.InRange(several.PValue!.Value, 1e-4, 0.05);
    }

    [Fact]
    public void Two_arms_are_the_same_question_for_the_test_of_all_arms()
    {
        ExperimentAnalysis rates = new Campaign().Segment("a", (300, [30]), (300, [45])).Analyze();
        Assert.Equal(Campaign.Find(rates, "all", "treatment-1").PValue!.Value, rates.Omnibus[0].PValue!.Value, 1e-12);
        ExperimentAnalysis means = new Campaign(Metric.RevenuePerRecipient).Plan("a", (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
            .Cell("a", ArmId.Control, Metric.RevenuePerRecipient, 100, 500, 30_000).Cell("a", Campaign.Arm(1), Metric.RevenuePerRecipient, 80, 560, 37_000).Analyze();
        Assert.Equal("welch_anova", means.Omnibus[0].Test);
        Assert.Equal(Campaign.Find(means, "all", "treatment-1").PValue!.Value, means.Omnibus[0].PValue!.Value, 1e-9);
    }
}
