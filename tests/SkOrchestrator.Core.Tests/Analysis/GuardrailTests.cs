using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>Rates that must not get worse.</summary>
public sealed class GuardrailTests
{
    private const double Margin = 0.002;

    [Theory]
    [InlineData(10_000, 20, 21, "passed")]
    [InlineData(1000, 2, 3, "unclear")]
    [InlineData(10_000, 20, 45, "worse")]
    [InlineData(10_000, 20, 90, "harm")]
    public void Each_outcome_is_where_the_interval_lies(long customers, long control, long treatment, string outcome)
    {
        GuardrailResult row = Assert.Single(Analyze(Metric.UnsubscribeRate, (customers, control), (customers, treatment)).Guardrails);
        Assert.Equal((outcome, outcome == "passed", "treatment-1"), (row.Outcome, row.Passed, row.Arm));
        Assert.Equal(row.Passed, row.CiHigh < Margin);
        Assert.Equal(outcome == "harm", row.CiLow > Margin);
        Assert.Equal((treatment - control) / (double)customers, row.Estimate!.Value, 1e-12);
        Assert.Equal((treatment, customers), (row.Events, row.Customers));
    }

    [Fact]
    public void Worse_within_the_margin_passes_because_the_margin_tolerates_it()
    {
        GuardrailResult row = Assert.Single(Analyze(Metric.UnsubscribeRate, (1_000_000, 2000), (1_000_000, 2300)).Guardrails);
        Assert.True(row.CiLow > 0 && row.CiHigh < Margin);
        Assert.Equal("passed", row.Outcome);
    }

    [Theory]
    [InlineData(100, "unclear")]
    [InlineData(10_000, "passed")]
    public void No_event_anywhere_is_judged_by_the_upper_bound(long customers, string outcome)
    {
        GuardrailResult row = Assert.Single(Analyze(Metric.HardBounceRate, (customers, 0), (customers, 0)).Guardrails);
        Assert.Equal((outcome, 0d, null), (row.Outcome, row.Estimate, row.NotEstimable));
        Assert.InRange(row.CiHigh!.Value, 1.0 / customers, 5.0 / customers);
    }

    [Fact]
    public void Harm_outranks_a_winner()
    {
        ExperimentAnalysis analysis = Analyze(Metric.UnsubscribeRate, (10_000, 20), (10_000, 90));
        Assert.Equal("stop_for_harm", analysis.Decision.Status);
        Assert.Contains("treatment-1: unsubscribe_rate is worse than control by more than the margin of 0.2 points", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain(analysis.Decision.Rules, r => r.Contains("better than control", StringComparison.Ordinal));
    }

    [Fact]
    public void A_treatment_with_a_worse_guardrail_cannot_win()
    {
        ExperimentAnalysis analysis = Analyze(Metric.UnsubscribeRate, (10_000, 20), (10_000, 45));
        Assert.True(Campaign.Find(analysis, "all", "treatment-1", Metric.ClickRate).Significant);
        Assert.Equal("inconclusive", analysis.Decision.Status);
        Assert.Contains(analysis.Decision.Rules, r => r.Contains("worse on unsubscribe_rate", StringComparison.Ordinal) && r.EndsWith("so it can't win.", StringComparison.Ordinal));
        Assert.DoesNotContain(analysis.Decision.Rules, r => r.StartsWith("No treatment is better", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_treatment_may_still_win()
    {
        ExperimentAnalysis analysis = Analyze(Metric.UnsubscribeRate, (10_000, 20), (10_000, 45), (10_000, 19));
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.StartsWith("treatment-2", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.Contains(analysis.Decision.Rules, r => r.StartsWith("treatment-1", StringComparison.Ordinal) && r.EndsWith("so it can't win.", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unclear_guardrail_is_a_caveat_of_a_winner()
    {
        ExperimentAnalysis analysis = Analyze(Metric.UnsubscribeRate, (3000, 8), (3000, 10));
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.Contains(analysis.Decision.Caveats, c => c.StartsWith("treatment-1 is not shown to keep unsubscribe_rate within the margin of 0.2 points", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10_000, 30, true)]
    [InlineData(10_000, 29, false)]
    [InlineData(400, 2, true)]
    public void Complaints_at_the_limit_stop_an_arm(long customers, long complaints, bool stops)
    {
        ExperimentAnalysis analysis = Analyze(Metric.ComplaintRate, (customers, 1), (customers, complaints));
        Assert.Equal(stops, analysis.Decision.Status == "stop_for_harm");
        Assert.Equal(stops, Assert.Single(analysis.Guardrails).Outcome == "stop");
        if (stops)
        {
            Assert.Contains($"{complaints} of {customers:N0} customers complained", analysis.Decision.Rules[0], StringComparison.Ordinal);
            Assert.Equal(customers < 1000, analysis.Decision.Rules[0].Contains("uncertain", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void With_few_customers_the_stop_says_how_uncertain_the_rate_is()
    {
        // Wilson: 2 of 400 is 0.137 % to 1.804 %
        string rule = Analyze(Metric.ComplaintRate, (400, 0), (400, 2)).Decision.Rules[0];
        Assert.Contains("anything from 0.137 % to 1.804 % (95 % interval)", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_stop_control_too_and_without_a_declared_margin()
    {
        AnalysisInput input = Input(Metric.ComplaintRate, (10_000, 40), (10_000, 2));
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { Guardrails = new Dictionary<string, double>() } });
        GuardrailResult row = Assert.Single(analysis.Guardrails);
        Assert.Equal(("control", "stop", false, null), (row.Arm, row.Outcome, row.Passed, row.Estimate));
        Assert.NotNull(row.NotEstimable);
        Assert.Equal("stop_for_harm", analysis.Decision.Status);
    }

    [Fact]
    public void Simulated_harm_and_that_of_arms_never_sent_stops_nothing()
    {
        AnalysisInput input = Input(Metric.ComplaintRate, (10_000, 40), (10_000, 80));
        Assert.Equal("simulated", ExperimentAnalyzer.Analyze(input with { Source = EngagementSource.Simulated }).Decision.Status);
        Assert.Equal("aa_check", ExperimentAnalyzer.Analyze(input with { ArmsWereSent = false }).Decision.Status);
    }

    [Fact]
    public void Guardrails_that_were_not_observed_are_none_and_a_note_says_so()
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [90])).Input();
        input = input with { Experiment = input.Experiment with { Guardrails = new Dictionary<string, double> { [Metric.UnsubscribeRate] = Margin } } };
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input);
        Assert.Empty(analysis.Guardrails);
        Assert.Contains(analysis.Notes, n => n.StartsWith("Guardrails that were not observed: unsubscribe_rate", StringComparison.Ordinal));
        Assert.DoesNotContain(ExperimentAnalyzer.Analyze(input with { Source = EngagementSource.Simulated }).Notes, n => n.StartsWith("Guardrails that", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_segment_that_has_both_arms_a_guardrail_is_unclear_with_the_reason()
    {
        Campaign campaign = new Campaign().Segment("a", (100, [8]), (0, [0]))
            .Cell("a", Campaign.Arm(0), Metric.UnsubscribeRate, 100, 1, 1).Cell("a", Campaign.Arm(1), Metric.UnsubscribeRate, 0, 0, 0);
        GuardrailResult row = Assert.Single(ExperimentAnalyzer.Analyze(WithMargins(campaign.Input(), Metric.UnsubscribeRate)).Guardrails);
        Assert.Equal(("unclear", false, null, null), (row.Outcome, row.Passed, row.Estimate, row.CiHigh));
        Assert.Equal("no segment has customers in both arms", row.NotEstimable);
    }

    [Fact]
    public void Guardrails_are_noted_as_not_corrected() =>
        Assert.Contains(Analyze(Metric.UnsubscribeRate, (1000, 2), (1000, 3)).Notes, n => n.StartsWith("Guardrails are", StringComparison.Ordinal) && n.Contains("not corrected", StringComparison.Ordinal));

    private static ExperimentAnalysis Analyze(string metric, params (long Customers, long Events)[] arms) => ExperimentAnalyzer.Analyze(Input(metric, arms));

    /// <summary>A clear winner in clicks with a guardrail beside it.</summary>
    private static AnalysisInput Input(string metric, params (long Customers, long Events)[] arms)
    {
        Campaign campaign = new Campaign().Segment("a", [.. arms.Select((a, i) => (a.Customers, new[] { a.Customers / (i == 0 ? 10 : 6) }))]);
        for (int i = 0; i < arms.Length; i++)
        {
            campaign.Cell("a", Campaign.Arm(i), metric, arms[i].Customers, arms[i].Events, arms[i].Events);
        }

        return WithMargins(campaign.Input(), metric);
    }

    private static AnalysisInput WithMargins(AnalysisInput input, string metric) =>
        input with { Experiment = input.Experiment with { Guardrails = new Dictionary<string, double> { [metric] = Margin } } };
}
