using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;

namespace SkOrchestrator.Data.Tests.Configuration;

public class JudgementReaderTests
{
    private const string File = "experiment_config.yaml";

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File,
            """
            smallest_effect_percent: 12.5
            guardrails: { unsubscribe_rate: 0.002, complaint_rate: 0, hard_bounce_rate: 0.1 }
            complaint_stop: 0.001
            monitoring: { method: group_sequential, looks: 3 }
            caps: { revenue_per_recipient: 500 }
            """);

        var experiment = folder.Load().Experiment;

        Assert.Equal(12.5, experiment.SmallestEffectPercent);
        Assert.Equal(
            new Dictionary<string, double> { [Metric.UnsubscribeRate] = 0.002, [Metric.ComplaintRate] = 0, [Metric.HardBounceRate] = 0.1 }, experiment.Guardrails);
        Assert.Equal(0.001, experiment.ComplaintStop);
        Assert.Equal(new MonitoringOptions(MonitoringMethod.GroupSequential, 3), experiment.Monitoring);
        Assert.Equal(new Dictionary<string, double> { [Metric.RevenuePerRecipient] = 500 }, experiment.Caps);
    }

    [Fact]
    public void What_is_left_out_is_off_but_the_complaint_stop()
    {
        using var folder = new ConfigurationFolder();

        var experiment = folder.Load().Experiment;

        Assert.Null(experiment.SmallestEffectPercent);
        Assert.Empty(experiment.Guardrails);
        Assert.Equal(0.003, experiment.ComplaintStop);
        Assert.Equal(new MonitoringOptions(MonitoringMethod.None, 1), experiment.Monitoring);
        Assert.Empty(experiment.Caps);
        Assert.False(experiment.AllowOpenPrimary);
    }

    [Fact]
    public void Group_sequential_looks_are_five_unless_said()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, "monitoring: { method: group_sequential }");

        Assert.Equal(5, folder.Load().Experiment.Monitoring.Looks);
    }

    [Theory]
    [InlineData("smallest_effect_percent: 0", "CFG008")]
    [InlineData("smallest_effect_percent: -10", "CFG008")]
    [InlineData("smallest_effect_percent: 10%", "CFG006")]
    [InlineData("guardrails: 0.002", "CFG006")]
    [InlineData("guardrails: { unsubscribe_rate: 0.2 }", "CFG008")]
    [InlineData("guardrails: { unsubscribe_rate: -0.001 }", "CFG008")]
    [InlineData("guardrails: { unsubscribe: 0.002 }", "CFG005")]
    [InlineData("complaint_stop: 0", "CFG008")]
    [InlineData("complaint_stop: 0.3", "CFG008")]
    [InlineData("monitoring: group_sequential", "CFG006")]
    [InlineData("monitoring: { looks: 5 }", "CFG007")]
    [InlineData("monitoring: { method: peeking }", "CFG009")]
    [InlineData("monitoring: { method: group_sequential, looks: 0 }", "CFG008")]
    [InlineData("monitoring: { method: group_sequential, looks: 21 }", "CFG008")]
    [InlineData("monitoring: { method: group_sequential, looks: 2.5 }", "CFG008")]
    [InlineData("caps: { revenue_per_recipient: 0 }", "CFG008")]
    [InlineData("caps: { click_rate: 1 }", "CFG005")]
    [InlineData("allow_open_primary: perhaps", "CFG009")]
    public void Wrong_value_is_refused_with_its_code_and_place(string line, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, line);

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Line);
    }

    [Fact]
    public void Opens_as_primary_metric_are_refused_with_the_reason_and_the_metric_to_take()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, "primary: open_rate");

        var problem = Assert.Single(folder.Problems());

        Assert.Equal("CFG010", problem.Code);
        Assert.Contains("mail programs open mails by themselves", problem.Message);
        Assert.Contains("click_rate", problem.Fix);
        Assert.Contains("allow_open_primary: true", problem.Fix);
    }

    [Fact]
    public void Sample_configuration_declares_what_a_plan_needs()
    {
        var experiment = ConfigurationLoader.Load([RepositoryFolder.Of("config")]).Experiment;

        Assert.Equal(10, experiment.SmallestEffectPercent);
        Assert.Equal(Metric.Guardrails.Order(), experiment.Guardrails.Keys.Order());
        Assert.Equal(0.003, experiment.ComplaintStop);
        Assert.Equal(MonitoringMethod.None, experiment.Monitoring.Method);
    }
}
