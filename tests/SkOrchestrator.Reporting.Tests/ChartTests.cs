using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

[Requirement("6.4")]
public sealed class ChartTests
{
    [Fact]
    public void Lift_by_variant_draws_the_stratified_estimates_of_the_analysis()
    {
        var input = Some.Report();
        var chart = Chart(input, "lift-by-variant");

        Assert.Equal(["treatment-1 (urgent)", "treatment-2 (informational)", "treatment-3 (friendly)", "all treatments"], chart.Groups.Select(g => g.Label));
        var expected = input.Analysis.Comparisons.Where(c => c.Segment == "all" && c.Metric == Metric.ClickRate)
            .Select(c => new BarValue(c.RelativeLiftPercent!.Estimate, c.RelativeLiftPercent.CiLow, c.RelativeLiftPercent.CiHigh));
        Assert.Equal(expected, chart.Groups.Select(g => Assert.Single(g.Bars.OfType<BarValue>())));
        Assert.Equal("SIMULATED ENGAGEMENT", chart.Stamp);
    }

    [Fact]
    [Requirement("6.2")]
    public void Lift_by_segment_has_a_bar_for_each_treatment_of_each_segment()
    {
        var input = Some.Report();
        var chart = Chart(input, "lift-by-segment");

        Assert.Equal(input.Segments.Select(s => s.Label), chart.Groups.Select(g => g.Label));
        var expected = input.Analysis.Comparisons.Where(c => c.Segment != "all").Select(c => c.RelativeLiftPercent?.Estimate);
        Assert.Equal(expected, chart.Groups.SelectMany(g => g.Bars).Select(b => b?.Value));
    }

    [Fact]
    [Requirement("5.5")]
    public void Rates_by_arm_draws_every_rate_in_percent()
    {
        var input = Some.Report();
        var chart = Chart(input, "rates-by-arm");

        var clicks = chart.Groups.Single(g => g.Label == "click rate");
        Assert.Equal(
            SomeAnalysis.Arms.Select(a => SomeAnalysis.Counts("all", a, Metric.ClickRate)).Select(c => 100d * c.Successes / c.Trials),
            clicks.Bars.Select(b => b!.Value!.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.False(chart.IsDifference);
    }

    [Theory]
    [InlineData(10d, 2d, 18d, "▲")]
    [InlineData(-10d, -18d, -2d, "▼")]
    [InlineData(10d, -2d, 22d, "●")]
    [InlineData(10d, 0d, 22d, "●")]
    [InlineData(10d, null, null, "●")]
    [InlineData(null, null, null, "–")]
    public void Marks_follow_the_interval_and_not_the_estimate(double? value, double? low, double? high, string mark) =>
        Assert.Equal(mark, new BarValue(value, low, high).Mark);

    [Fact]
    public void Very_long_whiskers_are_cut_and_the_scale_says_so()
    {
        var chart = new BarChart("t", "%", [new("treatment-1", "T1")], [new("a", [new BarValue(20, -60, 5000)])], IsDifference: true, null);

        var scale = ChartScale.Of(chart);

        Assert.True(scale.IsCut);
        Assert.Equal((50, -50), (scale.Cut, scale.Floor));
        Assert.False(ChartScale.Of(chart with { Groups = [new("a", [new BarValue(20, -49, 49)])] }).IsCut);
    }

    [Fact]
    public void A_whisker_is_cut_only_where_it_leaves_the_axis()
    {
        var chart = new BarChart("t", "%", [new("treatment-1", "T1")], [new("a", [new BarValue(20, 2, 60)])], IsDifference: true, null);
        var cut = chart with { Groups = [new("a", [new BarValue(20, 2, 90)])] };

        Assert.Equal((60, false), (ChartScale.Of(chart).Cut, ChartScale.Of(chart).IsCut));
        Assert.True(ChartScale.Of(cut).IsCut);
        Assert.True(ChartScale.Of(cut).High < 90);
    }

    [Fact]
    public void Long_names_keep_their_start_and_their_end()
    {
        var name = "treatment-with-a-very-long-name-of-its-own-2";

        Assert.Matches("^treatment-with-a-.*…own-2$|^treatment-with-a-.*….*own-2$", ChartLabel.Shorten(name));
        Assert.Equal(34, ChartLabel.Shorten(name).Length);
        Assert.DoesNotContain("……", ChartLabel.Wrap(name + " " + name + " " + name + " " + name, 4));
        Assert.DoesNotContain("… …", ChartLabel.Wrap(name + " " + name + " " + name + " " + name, 4));
    }

    [Theory]
    [InlineData("lift-by-variant")]
    [InlineData("lift-by-segment")]
    [InlineData("rates-by-arm")]
    public void Drawn_charts_hold_their_text_and_their_stamp(string id)
    {
        var images = new ChartImages(Chart(Some.Report(), id));

        Assert.Contains("SIMULATED ENGAGEMENT", images.Svg);
        Assert.Contains("font-family=\"Inter, ", images.Svg);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], images.Png[..4]);
        Assert.DoesNotContain("SIMULATED", new ChartImages(Chart(Some.Report("inconclusive"), id)).Svg);
    }

    [Fact]
    public void Hostile_labels_stay_text_in_svg()
    {
        var svg = new ChartImages(Chart(Some.HostileReport(), "lift-by-segment")).Svg;

        Assert.DoesNotContain("<script", svg);
        Assert.Contains("&lt;script", svg);
        System.Xml.Linq.XDocument.Load(new MemoryStream(Encoding.UTF8.GetBytes(svg)));
    }

    private static BarChart Chart(ReportInput input, string id) => ReportBuilder.Build(input).Figures.Single(f => f.Id == id).Chart;
}
