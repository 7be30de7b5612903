using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The public e-mail test of Kevin Hillstrom (MineThatData, 2008): 64,000 customers, visits and conversions within two weeks of no mail, a mail with men's
/// goods and one with women's goods.
/// </summary>
public sealed class HillstromTests
{
    private static readonly ExperimentAnalysis Analysis = new Campaign(Metric.ClickRate, Metric.ConversionRate)
        .Segment("everyone", (21_306, [2262, 122]), (21_307, [3894, 267]), (21_387, [3238, 189]))
        .Analyze();

    [Theory]
    [InlineData("treatment-1", Metric.ClickRate, 0.0766, 0.0699, 0.0832)]
    [InlineData("treatment-2", Metric.ClickRate, 0.0452, 0.0389, 0.0516)]
    [InlineData("treatment-1", Metric.ConversionRate, 0.0068, 0.0050, 0.0086)]
    [InlineData("treatment-2", Metric.ConversionRate, 0.0031, 0.0015, 0.0047)]
    [Requirement("5.6")]
    [Requirement("6.2")]
    public void Differences_are_the_published_ones(string arm, string metric, double estimate, double low, double high)
    {
        foreach (string segment in (string[])["all", "everyone"])
        {
            Interval difference = Campaign.Find(Analysis, segment, arm, metric).AbsoluteDifference!;
            Assert.Equal(estimate, difference.Estimate!.Value, 0.00005);
            Assert.Equal(low, difference.CiLow!.Value, 0.0001);
            Assert.Equal(high, difference.CiHigh!.Value, 0.0001);
        }
    }

    [Fact]
    public void Split_is_as_planned() => Assert.Equal(0.904, Analysis.SampleRatio.PValue!.Value, 0.0005);

    [Fact]
    [Requirement("5.7")]
    public void Both_mails_win()
    {
        Assert.Equal("winner", Analysis.Decision.Status);
        Assert.All(["treatment-1", "treatment-2"], arm => Assert.True(Campaign.Find(Analysis, "all", arm, Metric.ClickRate).Significant));
        Assert.StartsWith("treatment-1: click_rate +7.66 points [", Analysis.Decision.Rules[0], StringComparison.Ordinal);
    }
}
