using SkOrchestrator.Configuration;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Analysis;

/// <summary>Looks that were declared before the end bind the last analysis too.</summary>
public sealed class DeclaredMonitoringTests
{
    private const int Looks = 5;
    private const int Experiments = 400;
    private const double Alpha = 0.05;

    private static readonly DateTimeOffset Close = new(2026, 9, 14, 10, 0, 0, TimeSpan.Zero);

    /// <summary>z 2.02: beyond 1.96, not beyond the last of five bounds.</summary>
    private static Campaign Between => new Campaign().Segment("a", (2000, [200]), (2000, [240]));

    [Theory]
    [InlineData(MonitoringMethod.None, 5, "winner")]
    [InlineData(MonitoringMethod.GroupSequential, 1, "winner")]
    [InlineData(MonitoringMethod.GroupSequential, 5, "inconclusive")]
    [InlineData(MonitoringMethod.ConfidenceSequence, 1, "inconclusive")]
    public void A_p_value_below_alpha_is_not_enough_where_looks_were_declared(MonitoringMethod method, int looks, string status)
    {
        ExperimentAnalysis analysis = Analyze(Between, new(method, looks));
        Assert.Equal(status, analysis.Decision.Status);
        foreach (string arm in (string[])["treatment-1", "any-treatment"])
        {
            Comparison all = Campaign.Find(analysis, "all", arm);
            Assert.True(all.PValueAdjusted < Alpha);
            Assert.Equal(status == "winner", all.Significant);
        }
    }

    [Fact]
    public void The_rule_names_z_and_bound()
    {
        ExperimentAnalysis analysis = Analyze(Between, new(MonitoringMethod.GroupSequential, Looks));
        MonitoredArm arm = Assert.Single(analysis.Monitoring!.Arms);
        Assert.Equal(2.021, arm.Statistic!.Value, 0.001);
        Assert.Equal(2.031, arm.Bound!.Value, 0.001);
        string rule = Assert.Single(analysis.Decision.Rules);
        Assert.EndsWith("the p-value is below 0.05, but z 2.021 is not beyond the group-sequential bound of 2.031 at the last of 5 declared looks, so this is no verdict.", rule, StringComparison.Ordinal);
        Assert.Contains(analysis.Notes, n => n.EndsWith("a winner must be beyond the last bound as well.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_crosses_the_last_bound_wins_beside_what_does_not()
    {
        Campaign campaign = new Campaign().Segment("a", (2000, [200]), (2000, [300]), (2000, [242]));
        ExperimentAnalysis analysis = Analyze(campaign, new(MonitoringMethod.GroupSequential, Looks));
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.Equal([true, false], analysis.Monitoring!.Arms.Select(a => a.Crossed));
        Assert.True(Campaign.Find(analysis, "all", "treatment-1").Significant);
        Assert.True(Campaign.Find(analysis, "all", "treatment-2") is { Significant: false, PValueAdjusted: < Alpha });
        Assert.Contains(analysis.Decision.Rules, r => r.StartsWith("treatment-2", StringComparison.Ordinal) && r.EndsWith("so this is no verdict.", StringComparison.Ordinal));
        Assert.Equal("winner", Analyze(campaign, new(MonitoringMethod.ConfidenceSequence, 1)).Decision.Status);
    }

    [Fact]
    public void The_other_metrics_were_not_looked_at()
    {
        ExperimentAnalysis analysis = Analyze(new Campaign(Metric.ClickRate, Metric.ConversionRate).Segment("a", (2000, [200, 200]), (2000, [240, 240])), new(MonitoringMethod.GroupSequential, Looks));
        Assert.False(Campaign.Find(analysis, "all", "treatment-1", Metric.ClickRate).Significant);
        Assert.True(Campaign.Find(analysis, "all", "treatment-1", Metric.ConversionRate).Significant);
    }

    [Fact]
    [Requirement("5.7")]
    public void Five_looks_and_the_last_verdict_together_find_nothing_in_95_percent_where_nothing_differs()
    {
        int planned = 0;
        int winners = 0;
        for (int i = 0; i < Experiments; i++)
        {
            var sampler = new CountSampler(20260915, i);
            long[] clicks = [0, 0];
            bool crossed = false;
            for (int look = 1; look <= Looks; look++)
            {
                double chance = 0.05 / Looks / (1 - ((look - 1) * 0.05 / Looks));
                clicks = [.. clicks.Select(c => c + sampler.Binomial(10_000 - c, chance))];
                ExperimentAnalysis analysis = Analyze(new Campaign().Segment("a", (10_000, [clicks[0]]), (10_000, [clicks[1]])), new(MonitoringMethod.GroupSequential, Looks), look / (double)Looks);
                crossed |= look < Looks ? analysis.Monitoring!.Arms[0].Crossed : Campaign.Find(analysis, "all", "treatment-1").Significant;
                winners += analysis.Decision.Status == DecisionStatus.Winner ? 1 : 0;
            }

            planned += crossed ? 1 : 0;
        }

        double error = Math.Sqrt(Alpha * (1 - Alpha) / Experiments);
        Assert.InRange(planned / (double)Experiments, Alpha - (3 * error), Alpha + (3 * error));
        Assert.InRange(winners / (double)Experiments, 0, Alpha);
    }

    private static ExperimentAnalysis Analyze(Campaign campaign, MonitoringOptions options, double elapsed = 1)
    {
        AnalysisInput input = campaign.Input();
        return ExperimentAnalyzer.Analyze(input with
        {
            Window = new(elapsed < 1 ? Close.AddHours(-1) : Close, Close, elapsed),
            Experiment = input.Experiment with { Monitoring = options },
        });
    }
}
