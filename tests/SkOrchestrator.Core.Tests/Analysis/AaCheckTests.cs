using System.Text.RegularExpressions;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Analysis;

/// <summary>Labels that precede the assignment can't carry a lift.</summary>
public sealed class AaCheckTests
{
    private const string Why = "an A/A check has no lift: all customers got the same mail";

    private static Campaign Two => new Campaign().Segment("a", (500, [40]), (500, [60]), (500, [44])).Segment("b", (500, [42]), (500, [57]), (500, [44]));

    [Fact]
    public void There_is_no_lift_no_chance_no_achieved_power_and_no_ranking()
    {
        ExperimentAnalysis analysis = Two.Analyze(armsWereSent: false);
        Assert.Equal("aa_check", analysis.Decision.Status);
        Assert.All(analysis.Comparisons, c => Assert.Equal((null, null, Why), (c.RelativeLiftPercent, c.ChanceToBeatControl, c.NotEstimable)));
        Assert.All(analysis.Power, p => Assert.Null(p.Achieved));
        Assert.All(analysis.Power, p => Assert.Equal(Why, p.NotEstimable));
        Assert.Equal(Why, analysis.Ranking!.NotEstimable);
        Assert.Empty(analysis.Ranking.Arms);
        Assert.DoesNotContain(analysis.Notes, n => n.Contains("chanceToBeatControl", StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_itself_stays()
    {
        Comparison[] sent = [.. Two.Analyze().Comparisons];
        Comparison[] check = [.. Two.Analyze(armsWereSent: false).Comparisons];
        Assert.Equal(sent.Select(c => (c.AbsoluteDifference, c.PValue, c.PValueAdjusted, c.Test)), check.Select(c => (c.AbsoluteDifference, c.PValue, c.PValueAdjusted, c.Test)));
        Assert.All(sent, c => Assert.NotNull(c.RelativeLiftPercent));
    }

    [Fact]
    public void What_is_missing_for_another_reason_keeps_that_reason()
    {
        Comparison silent = Campaign.Find(new Campaign().Segment("a", (50, [0]), (50, [0])).Analyze(armsWereSent: false), "all", "treatment-1");
        Assert.Equal($"no events in either arm; {Why}", silent.NotEstimable);
    }

    [Fact]
    public void Both_notes_on_the_sample_name_one_size()
    {
        ExperimentAnalysis analysis = Two.Analyze(armsWereSent: false);
        string[] sizes = [.. analysis.Notes.Select(n => Regex.Match(n, @"a lift of 10 % needs ([\d,]+)")).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        Assert.Equal(2, sizes.Length);
        Assert.Equal(sizes[0], sizes[1]);
        PowerPlan whole = PowerPlanner.Plan(new()
        {
            Baseline = PowerBaseline.OfRate(287 / 3000.0),
            Control = 1000,
            Treatment = 1000,
            Treatments = 2,
            Alpha = 0.05,
            Target = 0.8,
            LiftsPercent = [10],
        });
        Assert.Equal(whole.Needed[0].Control, analysis.Power[0].NeededPerArm);
    }

    [Fact]
    public void Simulated_arms_are_no_check() =>
        Assert.All(Two.Analyze(EngagementSource.Simulated, armsWereSent: false).Comparisons, c => Assert.NotNull(c.RelativeLiftPercent));
}
