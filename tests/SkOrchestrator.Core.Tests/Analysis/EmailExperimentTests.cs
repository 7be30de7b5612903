using System.Text.Json;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>Whole experiments of the reference: the analyser against numbers computed elsewhere.</summary>
public sealed class EmailExperimentTests
{
    private static IEnumerable<ReferenceCase> Family => ReferenceCase.All.Where(c => c.Family == "email_experiment");

    public static TheoryData<string, string> Metrics =>
        new(Family.SelectMany(c => c.Inputs.GetProperty("metrics").EnumerateArray().Select(m => (c.Id, m.GetString()!))));

    public static TheoryData<string> Cases => [.. Family.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Metrics))]
    [Requirement("5.6")]
    [Requirement("5.7")]
    [Requirement("6.2")]
    public void Effects_over_all_segments_agree_with_the_reference(string id, string metric)
    {
        (ReferenceCase test, ExperimentAnalysis analysis) = Analyze(id);
        foreach ((JsonElement expected, int index) in test.Expected.GetProperty("metrics").GetProperty(metric).GetProperty("overall").EnumerateArray().Select((e, i) => (e, i)))
        {
            Comparison c = Campaign.Find(analysis, "all", Campaign.Arm(index + 1).Value, metric);
            Check(expected, "rd_mh", c.AbsoluteDifference!.Estimate);
            Check(expected, "rd_mh_ci_sato", new[] { c.AbsoluteDifference.CiLow, c.AbsoluteDifference.CiHigh });
            Check(expected, "crude_rd", c.Crude);
            Check(expected, "sign_reversal", c.Reversal);
            Check(expected, "rr_mh", 1 + (c.RelativeLiftPercent!.Estimate / 100));
            Check(expected, "rr_mh_ci", new[] { 1 + (c.RelativeLiftPercent.CiLow / 100), 1 + (c.RelativeLiftPercent.CiHigh / 100) });
            Check(expected, "chi2_mh", c.Statistic);
            Check(expected, "p_mh", c.PValue);
            Check(expected, "p_mh_holm", c.PValueAdjusted);
            Assert.Equal("cmh", c.Test);
        }

        void Check(JsonElement expected, string name, object? actual) => ReferenceAssert.Matches(expected.GetProperty(name), actual, 1e-9, 1e-12, $"{id} {metric} {name}");
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    [Requirement("5.5")]
    [Requirement("5.6")]
    [Requirement("5.7")]
    [Requirement("6.2")]
    public void Effects_in_each_segment_agree_with_the_reference(string id, string metric)
    {
        (ReferenceCase test, ExperimentAnalysis analysis) = Analyze(id);
        string[] arms = Names(test, "arms");
        JsonElement[] rows = [.. test.Expected.GetProperty("metrics").GetProperty(metric).GetProperty("segments").EnumerateArray()];
        bool allTested = rows.All(r => r.GetProperty("p_z_pooled").ValueKind != JsonValueKind.Null);
        foreach (JsonElement expected in rows)
        {
            string arm = Campaign.Arm(Array.IndexOf(arms, expected.GetProperty("arm").GetString())).Value;
            Comparison c = Campaign.Find(analysis, expected.GetProperty("segment").GetString()!, arm, metric);
            Check("diff", c.AbsoluteDifference!.Estimate);
            MetricSummary treated = analysis.Arms.Single(a => a.Segment == c.Segment && a.Arm == arm).Metrics[metric];
            MetricSummary control = analysis.Arms.Single(a => a.Segment == c.Segment && a.Arm == "control").Metrics[metric];
            Check("rate_treatment", treated.Rate);
            Check("rate_control", control.Rate);
            if (Math.Min(treated.Successes!.Value, control.Successes!.Value) >= 5)
            {
                Check("newcombe", new[] { c.AbsoluteDifference.CiLow, c.AbsoluteDifference.CiHigh });
            }

            if (c.RelativeLiftPercent is Interval lift)
            {
                Check("lift", lift.Estimate / 100);
                Check("koopman_lift", new[] { lift.CiLow / 100, (lift.CiHigh / 100) ?? (lift.Estimate is null ? double.PositiveInfinity : null) }, 1e-8);
            }
            else
            {
                Assert.Equal(0, control.Successes);
                Assert.NotNull(c.NotEstimable);
            }

            if (expected.GetProperty("p_z_pooled").ValueKind == JsonValueKind.Null)
            {
                Assert.Equal("no events in either arm", c.NotEstimable);
                Assert.Null(c.PValue);
                continue;
            }

            Check("p_reported", c.PValue);
            Assert.Equal(expected.GetProperty("method").GetString() == "z" ? "chi_square" : "fisher", c.Test);
            if (allTested)
            {
                Check("p_bh", c.PValueAdjusted);
            }

            void Check(string name, object? actual, double relative = 1e-9) =>
                ReferenceAssert.Matches(expected.GetProperty(name), actual, relative, 1e-12, $"{id} {metric} {c.Segment} {arm} {name}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sample_ratio_of_each_segment_agrees_with_the_reference(string id)
    {
        (ReferenceCase test, ExperimentAnalysis analysis) = Analyze(id);
        JsonElement[] expected = [.. test.Expected.GetProperty("srm_by_segment").EnumerateArray()];
        foreach ((SegmentSampleRatio segment, JsonElement row) in analysis.SampleRatio.Segments.Zip(expected))
        {
            ReferenceAssert.Matches(row.GetProperty("chi2"), segment.ChiSquare, 1e-9, 1e-12, $"{id} {segment.Segment}");
            ReferenceAssert.Matches(row.GetProperty("df"), segment.DegreesOfFreedom, 0, 0, $"{id} {segment.Segment}");
        }

        Assert.Equal(expected.Sum(e => e.GetProperty("chi2").GetDouble()), analysis.SampleRatio.ChiSquare!.Value, 1e-9);
        Assert.Equal(expected.Sum(e => e.GetProperty("df").GetInt32()), analysis.SampleRatio.DegreesOfFreedom);
        Assert.False(analysis.SampleRatio.Mismatch);
    }

    private static (ReferenceCase Test, ExperimentAnalysis Analysis) Analyze(string id)
    {
        ReferenceCase test = Family.Single(c => c.Id == id);
        string[] names = Names(test, "metrics");
        var campaign = new Campaign(names);
        string[] segments = Names(test, "segments");
        int index = 0;
        foreach (JsonElement segment in test.Inputs.GetProperty("counts").EnumerateArray())
        {
            long[][] arms = [.. segment.EnumerateArray().Select(a => a.EnumerateArray().Select(n => n.GetInt64()).ToArray())];
            campaign.Segment(segments[index++], [.. arms.Select(a => (a[0], a[1..]))]);
        }

        return (test, campaign.Analyze());
    }

    private static string[] Names(ReferenceCase test, string list) => [.. test.Inputs.GetProperty(list).EnumerateArray().Select(e => e.GetString()!)];
}
