using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Labels of mails that were sent earlier: what they don't say is not estimated.</summary>
public sealed class HistoricalTests
{
    private const string Why = "the customer file has no label column for open_rate";

    [Fact]
    public void A_metric_that_was_not_observed_has_no_number_anywhere()
    {
        AnalysisInput input = new Campaign(Metric.ClickRate).Segment("a", (4000, [400]), (4000, [600])).Segment("b", (4000, [400]), (4000, [600])).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with
        {
            Experiment = input.Experiment with { Metrics = [Metric.OpenRate, Metric.ClickRate] },
            NotObserved = new Dictionary<string, string> { [Metric.OpenRate] = Why },
        });

        Assert.All(analysis.Arms, arm => Assert.Equal([Metric.ClickRate], arm.Metrics.Keys));
        Assert.All(analysis.Comparisons.Where(c => c.Metric == Metric.OpenRate), c => Assert.Equal((null, null, null, Why), (c.AbsoluteDifference, c.PValue, c.ChanceToBeatControl, c.NotEstimable)));
        Assert.Equal(Why, analysis.Power.Single(p => p.Metric == Metric.OpenRate).NotEstimable);
        Assert.Equal(Why, analysis.Heterogeneity.Single(h => h.Metric == Metric.OpenRate).NotEstimable);
        Assert.Equal(DecisionStatus.Winner, analysis.Decision.Status);
        Assert.DoesNotContain(analysis.Decision.Caveats, caveat => caveat.Contains("Opens include", StringComparison.Ordinal));
        Assert.Contains(analysis.Notes, note => note.Contains(Why, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_primary_metric_there_is_no_verdict()
    {
        AnalysisInput input = new Campaign(Metric.ClickRate).Segment("a", (4000, [400]), (4000, [600])).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with
        {
            Experiment = input.Experiment with { Primary = Metric.OpenRate, Metrics = [Metric.OpenRate, Metric.ClickRate] },
            NotObserved = new Dictionary<string, string> { [Metric.OpenRate] = Why },
        });

        Assert.Equal(DecisionStatus.NotEnoughData, analysis.Decision.Status);
        Assert.Contains(Why, Assert.Single(analysis.Decision.Rules), StringComparison.Ordinal);
        Assert.NotNull(Campaign.Find(analysis, "all", "treatment-1", Metric.ClickRate).AbsoluteDifference);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_control_without_one_click_beside_treatments_with_many_is_named(int clicks, bool isNamed)
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (400, [clicks]), (400, [40])).Analyze();

        Assert.Equal(isNamed, analysis.Decision.Caveats.Any(caveat => caveat.Contains("can't open or click", StringComparison.Ordinal)));
    }

    [Fact]
    public void Other_mails_say_nothing_about_the_messages_of_the_run()
    {
        AnalysisInput input = new Campaign().Segment("a", (4000, [400]), (4000, [600])).Input();
        ExperimentAnalysis own = ExperimentAnalyzer.Analyze(input);
        ExperimentAnalysis other = ExperimentAnalyzer.Analyze(input with { SentMails = new Dictionary<ArmId, string> { [ArmId.Control] = "none", [Campaign.Arm(1)] = "shoes" } });

        Assert.DoesNotContain(own.Decision.Caveats, IsAboutMessages);
        Assert.Contains(other.Decision.Caveats, IsAboutMessages);
        Assert.Equal((DecisionStatus.Winner, "shoes"), (other.Decision.Status, other.SentMails!["treatment-1"]));
        Assert.DoesNotContain(other.Notes, note => note.StartsWith("An arm is a tone", StringComparison.Ordinal));

        static bool IsAboutMessages(string caveat) => caveat.Contains("not the messages of this run", StringComparison.Ordinal);
    }
}
