using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Sentences that agree with the numbers beside them.</summary>
public sealed class AnalysisTextTests
{
    private static readonly DateTimeOffset Close = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.5297, "53.0 % of it has passed")]
    [InlineData(0.634, "63.4 % of it has passed")]
    [InlineData(0.99999, "99.9 % of it has passed")]
    public void The_share_of_the_window_is_rounded_and_never_all_of_an_open_one(double elapsed, string words)
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [90])).Input() with { Window = new(Close.AddHours(-1), Close, elapsed) };
        Assert.Contains(words, ExperimentAnalyzer.Analyze(input).Decision.Rules[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_lift_that_would_have_been_found_needs_no_larger_sample()
    {
        int stillSmall = 0;
        int enough = 0;
        for (long customers = 14_400; customers <= 15_200; customers += 50)
        {
            ExperimentAnalysis analysis = new Campaign().Segment("a", (customers, [customers / 10]), (customers, [(customers / 10) + 3])).Analyze();
            string rule = Assert.Single(analysis.Decision.Rules);
            double found = double.Parse(Regex.Match(rule, @"a lift of ([\d.]+) % would have been found").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            bool asksForMore = rule.Contains("lift of 10 % needs", StringComparison.Ordinal);
            Assert.Equal(found > 10, asksForMore);
            Assert.Equal(asksForMore, analysis.Notes.Any(n => n.StartsWith("Warning: the sample is too small", StringComparison.Ordinal)));
            stillSmall += asksForMore ? 1 : 0;
            enough += asksForMore ? 0 : 1;
        }

        Assert.True(stillSmall > 0 && enough > 0);
    }

    [Fact]
    public void An_exploratory_result_explains_itself()
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [140])).Input() with { Plan = new(Close, "0a1b", ["alpha is 0.1 instead of 0.05"]) };
        Decision decision = ExperimentAnalyzer.Analyze(input).Decision;
        Assert.Equal("inconclusive", decision.Status);
        string rule = Assert.Single(decision.Rules);
        Assert.StartsWith("exploratory: ", rule, StringComparison.Ordinal);
        Assert.Contains("looks better than control, but the analysis deviates from the plan", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_that_lost_nobody_is_no_mismatch_and_says_so()
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [90])).Input() with
        {
            Stages = [new(StageName.Sent, SegmentId.From("a"), ArmId.Control, 1000), new(StageName.Sent, SegmentId.From("a"), Campaign.Arm(1), 1000)],
        };
        StageRatio sent = ExperimentAnalyzer.Analyze(input).SampleRatio.Stages.Single(s => s.Stage == StageName.Sent);
        Assert.Equal((null, false, "nobody was lost, nothing to compare"), (sent.PValue, sent.Mismatch, sent.NotEstimable));
    }

    [Fact]
    public void A_primary_metric_that_nobody_has_heard_of_is_refused()
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [90])).Input();
        AnalysisInput unknown = input with { Experiment = input.Experiment with { Primary = "nope" } };
        ArgumentException error = Assert.Throws<ArgumentException>(() => ExperimentAnalyzer.Analyze(unknown));
        Assert.Contains("'nope'", error.Message, StringComparison.Ordinal);
        Assert.Equal("not_enough_data", ExperimentAnalyzer.Analyze(unknown with { NotObserved = new Dictionary<string, string> { ["nope"] = "nobody looked" } }).Decision.Status);
        Assert.Contains("nope", ExperimentAnalyzer.Analyze(unknown with { Experiment = unknown.Experiment with { Metrics = ["nope"] } }).PrimaryMetric, StringComparison.Ordinal);
    }
}
