using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>What may be said while customers can still answer.</summary>
public sealed class MonitoringTests
{
    private static readonly DateTimeOffset Close = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);

    private static Campaign Strong => new Campaign().Segment("a", (1000, [80]), (1000, [140]), (1000, [82])).Segment("b", (1000, [90]), (1000, [150]), (1000, [88]));

    [Fact]
    public void Before_the_window_closes_there_is_no_verdict_and_nothing_is_significant()
    {
        ExperimentAnalysis analysis = Analyze(Strong, 0.634);
        Assert.Equal("window_open", analysis.Decision.Status);
        Assert.Contains("63.4 % of it has passed, and it closes at 2026-09-14 10:00 UTC", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain(analysis.Comparisons, c => c.Significant);
        Assert.All(analysis.Comparisons, c => Assert.NotNull(c.PValue));
        Assert.NotNull(analysis.Window);
        Assert.Equal("winner", Analyze(Strong, 1, open: false).Decision.Status);
        Assert.Equal("winner", ExperimentAnalyzer.Analyze(Strong.Input() with { Window = null }).Decision.Status);
    }

    [Fact]
    public void Without_planned_looks_an_open_window_shows_the_sequence_and_no_bound()
    {
        MonitoringResult result = Analyze(Strong, 0.5).Monitoring!;
        Assert.Equal(("none", 0.5, null, null), (result.Method, result.InformationShare, result.Look, result.Looks));
        Assert.Equal(["treatment-1", "treatment-2"], result.Arms.Select(a => a.Arm));
        Assert.All(result.Arms, a => Assert.True(a is { Bound: null, Crossed: false, Statistic: not null, Sequence.CiLow: not null, AlwaysValidPValue: not null }));
        Assert.Null(Analyze(Strong, 1, open: false).Monitoring);
    }

    [Fact]
    public void The_statistic_is_the_signed_root_of_the_stratified_test()
    {
        ExperimentAnalysis analysis = Analyze(Strong, 0.5);
        Comparison down = Campaign.Find(analysis, "all", "treatment-2");
        double z = analysis.Monitoring!.Arms[1].Statistic!.Value;
        Assert.Equal(Math.Sqrt(down.Statistic!.Value) * Math.Sign(down.AbsoluteDifference!.Estimate!.Value), z, 1e-12);
        Assert.Equal(down.PValue!.Value, NormalTail.TwoSided(z), 1e-9);
    }

    [Theory]
    [InlineData(0.1, null)]
    [InlineData(0.2, 1)]
    [InlineData(0.59, 2)]
    [InlineData(0.8, 4)]
    [InlineData(1.0, 5)]
    public void The_bound_is_that_of_the_latest_planned_look(double elapsed, int? look)
    {
        MonitoringResult result = Analyze(Strong, elapsed, options: new(MonitoringMethod.GroupSequential, 5)).Monitoring!;
        double[] bounds = [.. GroupSequentialBounds.OBrienFleming([0.2, 0.4, 0.6, 0.8, 1], 0.025).OrNull()!.ZBounds];
        Assert.Equal((look, 5), (result.Look, result.Looks));
        Assert.All(result.Arms, a => Assert.True(look is int k ? Math.Abs(bounds[k - 1] - a.Bound!.Value) < 1e-6 : a.Bound is null));
    }

    [Fact]
    public void A_bound_that_is_crossed_early_is_shown_and_gives_no_verdict()
    {
        ExperimentAnalysis analysis = Analyze(Strong, 0.6, options: new(MonitoringMethod.GroupSequential, 5));
        Assert.Equal([true, false], analysis.Monitoring!.Arms.Select(a => a.Crossed));
        Assert.Equal("window_open", analysis.Decision.Status);
        Assert.Contains(analysis.Decision.Rules, r => r.StartsWith("treatment-1: z ", StringComparison.Ordinal) && r.Contains("look 3 of 5", StringComparison.Ordinal));
        Assert.DoesNotContain(analysis.Decision.Rules, r => r.StartsWith("treatment-2", StringComparison.Ordinal));
        Assert.Contains(analysis.Notes, n => n.StartsWith("Monitoring:", StringComparison.Ordinal) && n.Contains("divided by the 2 treatments", StringComparison.Ordinal));
    }

    [Fact]
    public void A_confidence_sequence_is_wider_than_the_interval_and_narrows_with_time()
    {
        MonitoringOptions options = new(MonitoringMethod.ConfidenceSequence, 1);
        double[] widths = [.. new[] { 0.1, 0.5, 0.9 }.Select(t => Width(Analyze(Strong, t, options: options).Monitoring!.Arms[0].Sequence!))];
        Interval plain = Campaign.Find(Analyze(Strong, 0.9), "all", "treatment-1").AbsoluteDifference!;
        Assert.True(widths[0] > widths[1] && widths[1] > widths[2] && widths[2] > Width(plain));
        MonitoredArm arm = Analyze(Strong, 0.9, options: options).Monitoring!.Arms[0];
        Assert.Equal(arm.AlwaysValidPValue < 0.025, arm.Crossed);
        Assert.True(arm.Crossed);

        static double Width(Interval i) => i.CiHigh!.Value - i.CiLow!.Value;
    }

    [Fact]
    public void Nothing_seen_yet_has_no_sequence()
    {
        MonitoredArm arm = Analyze(Strong, 0).Monitoring!.Arms[0];
        Assert.Null(arm.Sequence);
        Assert.Null(arm.AlwaysValidPValue);
        MonitoredArm silent = Analyze(new Campaign().Segment("a", (100, [0]), (100, [0])), 0.5).Monitoring!.Arms[0];
        Assert.Equal(new("treatment-1", null, null, false, null, null), silent);
    }

    [Fact]
    public void A_mean_is_monitored_too()
    {
        Campaign revenue = new Campaign(Metric.RevenuePerRecipient).Plan("a", (ArmId.Control, 0.5), (Campaign.Arm(1), 0.5))
            .Cell("a", ArmId.Control, Metric.RevenuePerRecipient, 5000, 10_000, 120_000)
            .Cell("a", Campaign.Arm(1), Metric.RevenuePerRecipient, 5000, 12_000, 150_000);
        MonitoredArm arm = Analyze(revenue, 0.5).Monitoring!.Arms[0];
        Assert.InRange(arm.Statistic!.Value, 4, 5);
        Assert.Equal(0.4, arm.Sequence!.Estimate!.Value, 1e-9);
    }

    [Fact]
    public void The_split_has_an_always_valid_p_value_where_it_can_go_wrong()
    {
        Assert.Null(Monitor(true, []).SampleRatioPValue);
        Assert.Equal(1, Monitor(false, []).SampleRatioPValue!.Value, 1e-6);
        Assert.True(Monitor(true, [.. Delivered(990, 500, 990)]).SampleRatioPValue < 0.001);

        static MonitoringResult Monitor(bool here, StageCount[] stages) =>
            ExperimentAnalyzer.Analyze(new Campaign().Segment("a", (1000, [80]), (1000, [90]), (1000, [85])).Input(EngagementSource.Imported) with { AssignedHere = here, Stages = stages, Window = Window(0.5) }).Monitoring!;

        static IEnumerable<StageCount> Delivered(params long[] counts) =>
            counts.Select((c, i) => new StageCount(StageName.Delivered, SegmentId.From("a"), Campaign.Arm(i), c));
    }

    [Fact]
    public void Harm_and_a_broken_split_outrank_the_open_window()
    {
        Campaign campaign = new Campaign().Segment("a", (1000, [80]), (1000, [90]));
        AnalysisInput broken = new Campaign().Segment("a", (1000, [80]), (1300, [90])).Input() with { Window = Window(0.5) };
        Assert.Equal("unhealthy", ExperimentAnalyzer.Analyze(broken).Decision.Status);
        Assert.Contains(ExperimentAnalyzer.Analyze(broken).Decision.Rules, r => r.Contains("still open", StringComparison.Ordinal));
        AnalysisInput harm = campaign.Cell("a", Campaign.Arm(1), Metric.ComplaintRate, 1000, 9, 9).Input() with { Window = Window(0.5) };
        Assert.Equal("stop_for_harm", ExperimentAnalyzer.Analyze(harm).Decision.Status);
    }

    [Fact]
    public void Nothing_to_compare_is_said()
    {
        MonitoringResult result = ExperimentAnalyzer.Analyze(Strong.Input(EngagementSource.None) with { Window = Window(0.5) }).Monitoring!;
        Assert.Empty(result.Arms);
        Assert.Equal("no engagement was observed", result.NotEstimable);
    }

    private static ObservationWindow Window(double elapsed, bool open = true) => new(open ? Close.AddHours(-30) : Close, Close, elapsed);

    private static ExperimentAnalysis Analyze(Campaign campaign, double elapsed, bool open = true, MonitoringOptions? options = null)
    {
        AnalysisInput input = campaign.Input();
        return ExperimentAnalyzer.Analyze(input with
        {
            Window = Window(elapsed, open),
            Experiment = input.Experiment with { Monitoring = options ?? input.Experiment.Monitoring },
        });
    }
}
