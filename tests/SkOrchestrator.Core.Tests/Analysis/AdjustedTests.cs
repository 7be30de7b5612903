using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Adjusted estimates and ratios beside the main ones.</summary>
public sealed class AdjustedTests
{
    /// <summary>x 1, 2, 3, 4 and y = 2x + arm × 5 with a wobble of ±1.</summary>
    private static readonly (double X, double Y)[] Control = [(1, 3), (2, 3), (3, 7), (4, 7)];
    private static readonly (double X, double Y)[] Treated = [(1, 6), (2, 10), (3, 10), (4, 14)];

    [Fact]
    public void A_covariate_takes_its_share_of_the_variance_away()
    {
        AdjustedResult row = Cuped(Paired("all", ArmId.Control, Control), Paired("all", Campaign.Arm(1), Treated)).Single(a => a.Arm == "treatment-1");

        Assert.Equal(2, row.Theta!.Value, 1e-12);
        Assert.Equal(5, row.AbsoluteDifference!.Estimate!.Value, 1e-12);
        Assert.Equal(("cuped", "recency"), (row.Method, row.Covariate));
        Assert.InRange(row.VarianceRatio!.Value, 0.05, 0.3);
        Assert.True(row.PValue < 0.01);
    }

    [Fact]
    public void Segments_that_differ_in_both_numbers_do_not_change_the_slope()
    {
        (double, double)[] Shift((double X, double Y)[] values) => [.. values.Select(v => (v.X + 100, v.Y - 500))];
        AdjustedResult row = Cuped(
            Paired("a", ArmId.Control, Control), Paired("a", Campaign.Arm(1), Treated),
            Paired("b", ArmId.Control, Shift(Control)), Paired("b", Campaign.Arm(1), Shift(Treated))).Single(a => a.Arm == "treatment-1");
        Assert.Equal(2, row.Theta!.Value, 1e-9);
        Assert.Equal(5, row.AbsoluteDifference!.Estimate!.Value, 1e-9);
    }

    [Fact]
    public void A_covariate_that_does_not_vary_adjusts_nothing()
    {
        (double, double)[] Constant((double X, double Y)[] values) => [.. values.Select(v => (7.0, v.Y))];
        Assert.All(Cuped(Paired("all", ArmId.Control, Constant(Control)), Paired("all", Campaign.Arm(1), Constant(Treated))), r => Assert.True(r is { NotEstimable: not null, AbsoluteDifference: null }));
    }

    [Fact]
    public void Parts_of_a_cell_add_up()
    {
        AdjustedResult whole = Cuped(Paired("all", ArmId.Control, Control), Paired("all", Campaign.Arm(1), Treated))[0];
        AdjustedResult parts = Cuped(Paired("all", ArmId.Control, Control[..1]), Paired("all", ArmId.Control, Control[1..]), Paired("all", Campaign.Arm(1), Treated))[0];
        Assert.Equal(whole.AbsoluteDifference!.CiLow!.Value, parts.AbsoluteDifference!.CiLow!.Value, 1e-9);
    }

    [Fact]
    public void Post_stratified_differences_weigh_segments_by_all_their_customers()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", [0.8, 0.2], (800, [80]), (200, [40])).Segment("b", [0.5, 0.5], (500, [100]), (500, [110])).Analyze();
        AdjustedResult row = analysis.Adjusted.Single(a => a.Arm == "treatment-1");
        Assert.Equal("post_stratified", row.Method);
        Assert.Equal((0.5 * 0.1) + (0.5 * 0.02), row.AbsoluteDifference!.Estimate!.Value, 1e-12);
        Assert.True(row.AbsoluteDifference.CiLow < row.AbsoluteDifference.Estimate && row.AbsoluteDifference.CiHigh > row.AbsoluteDifference.Estimate);
        Assert.NotEqual(row.AbsoluteDifference.Estimate, Campaign.Find(analysis, "all", "treatment-1").AbsoluteDifference!.Estimate);
        Assert.Empty(new Campaign().Segment("a", (800, [80]), (200, [40])).Analyze().Adjusted);
    }

    [Fact]
    public void Winsorised_metrics_stand_beside_their_metric_and_not_among_the_comparisons()
    {
        AnalysisInput input = new Campaign("spend", "spend_capped").Plan("all", (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
            .Cell("all", ArmId.Control, "spend", 100, 500, 90_000).Cell("all", Campaign.Arm(1), "spend", 100, 700, 95_000)
            .Cell("all", ArmId.Control, "spend_capped", 100, 300, 3000).Cell("all", Campaign.Arm(1), "spend_capped", 100, 400, 4000).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with
        {
            NumericMetrics = new HashSet<string> { "spend", "spend_capped" },
            Experiment = input.Experiment with { Caps = new Dictionary<string, double> { ["spend"] = 25 } },
        });
        Assert.All(analysis.Comparisons, c => Assert.Equal("spend", c.Metric));
        Assert.All(analysis.Arms, a => Assert.Equal(["spend"], a.Metrics.Keys));
        AdjustedResult row = analysis.Adjusted.Single(a => a.Arm == "treatment-1");
        Assert.Equal(("spend", "winsorised", 25), (row.Metric, row.Method, row.Cap));
        Assert.Equal(1, row.AbsoluteDifference!.Estimate!.Value, 1e-12);
        Assert.True(row.PValue < Campaign.Find(analysis, "all", "treatment-1", "spend").PValue);
    }

    [Fact]
    public void Ratios_have_the_recipient_as_unit()
    {
        AnalysisInput input = new Campaign().Segment("all", (4, [2]), (4, [3])).Input();
        IReadOnlyList<RatioResult> rows = ExperimentAnalyzer.Analyze(input with
        {
            Ratios = [RatioMetric.ClickToOpen],
            RatioCells =
            [
                Paired("all", ArmId.Control, [(1, 1), (1, 0), (1, 1), (0, 0)], Metric.ClickRate, Metric.OpenRate),
                Paired("all", Campaign.Arm(1), [(1, 1), (0, 0), (1, 1), (1, 1)], Metric.ClickRate, Metric.OpenRate),
            ],
        }).Ratios;
        Assert.Equal(("click_to_open_rate", "control", null), (rows[0].Name, rows[0].Arm, rows[0].Difference));
        Assert.Equal(2 / 3.0, rows[0].Ratio!.Value, 1e-12);
        Assert.Equal(1, rows[1].Ratio!.Value, 1e-12);
        Assert.Equal(1 / 3.0, rows[1].Difference!.Estimate!.Value, 1e-12);
        Assert.True(rows[1].Difference!.CiLow < 1 / 3.0);
    }

    [Fact]
    public void A_ratio_without_denominator_has_no_number()
    {
        AnalysisInput input = new Campaign().Segment("all", (4, [2]), (4, [3])).Input();
        IReadOnlyList<RatioResult> rows = ExperimentAnalyzer.Analyze(input with
        {
            Ratios = [RatioMetric.ClickToOpen],
            RatioCells = [Paired("all", ArmId.Control, [(0, 0), (0, 0)], Metric.ClickRate, Metric.OpenRate)],
        }).Ratios;
        Assert.All(rows, r => Assert.True(r is { Ratio: null, Difference: null, NotEstimable: not null }));
    }

    private static AdjustedResult[] Cuped(params PairedCell[] cells)
    {
        var campaign = new Campaign(Metric.RevenuePerRecipient);
        foreach (SegmentId segment in cells.Select(c => c.SegmentId).Distinct())
        {
            campaign.Plan(segment.Value, (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5));
        }

        foreach (PairedCell c in cells)
        {
            campaign.Cell(c.SegmentId.Value, c.Arm, c.First, c.Count, c.MeanFirst * c.Count, c.SquaresFirst + (c.MeanFirst * c.MeanFirst * c.Count));
        }

        return [.. ExperimentAnalyzer.Analyze(campaign.Input() with { Covariates = cells }).Adjusted];
    }

    private static PairedCell Paired(string segment, ArmId arm, (double X, double Y)[] values, string first = Metric.RevenuePerRecipient, string second = "recency")
    {
        var s = Statistics.PairedSummary.FromValues(values);
        return new(SegmentId.From(segment), arm, first, second, s.Count, s.MeanY, s.MeanX, s.SquaresY, s.SquaresX, s.Products);
    }
}
