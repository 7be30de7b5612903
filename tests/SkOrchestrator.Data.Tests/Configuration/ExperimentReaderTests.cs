using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.3")]
[Requirement("8.6")]
public class ExperimentReaderTests
{
    private const string File = "experiment_config.yaml";

    [Fact]
    public void Everything_that_is_written_is_read()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File,
            """
              declared_lift_percent: { treatment-1: 10, treatment-3: { open_rate: 5, revenue_per_recipient: -2 } }
              spread: 0.2
            weights: { control: 2, treatment-1: 1, treatment-2: 0, treatment-3: 0.5 }
            sample_size: 400
            holdout_share: 0.1
            strategy: stratified
            primary: conversion_rate
            metrics: [click_rate, conversion_rate]
            alpha: 0.01
            correction: bh
            windows: { click_rate: 3, conversion_rate: 1.5 }
            engagement: historical
            seed: 7
            contact: { frequency_cap: 2, per_days: 30 }
            """);

        var experiment = folder.Load().Experiment;

        Assert.Equal(2, experiment.Weights[ArmId.Control]);
        Assert.Equal(0.5, experiment.Weights[ArmId.Treatment(3)]);
        Assert.Equal(400, experiment.SampleSize);
        Assert.Equal(0.1, experiment.HoldoutShare);
        Assert.Equal(Metric.ConversionRate, experiment.Primary);
        Assert.Equal([Metric.ClickRate, Metric.ConversionRate], experiment.Metrics);
        Assert.Equal(CorrectionMethod.BenjaminiHochberg, experiment.Correction);
        Assert.Equal(TimeSpan.FromHours(36), experiment.Windows[Metric.ConversionRate]);
        Assert.Equal(EngagementSource.Historical, experiment.Engagement);
        Assert.Equal(7, experiment.Seed);
        Assert.Equal(new ContactPolicy(2, TimeSpan.FromDays(30)), experiment.Contact);
        Assert.Equal(10, experiment.Simulation.DeclaredLiftPercent[ArmId.Treatment(1)][Metric.ClickRate]);
        Assert.Equal(-2, experiment.Simulation.DeclaredLiftPercent[ArmId.Treatment(3)][Metric.RevenuePerRecipient]);
        Assert.False(experiment.Simulation.DeclaredLiftPercent.ContainsKey(ArmId.Treatment(2)));
        Assert.Equal(0.2, experiment.Simulation.Spread);
    }

    [Theory]
    [InlineData("alpha: 0", "CFG008")]
    [InlineData("alpha: 1", "CFG008")]
    [InlineData("alpha: NaN", "CFG006")]
    [InlineData("alpha: .inf", "CFG006")]
    [InlineData("alpha: '0.05'", "CFG006")]
    [InlineData("alpha: [0.05]", "CFG006")]
    [InlineData("aplha: 0.05", "CFG005")]
    [InlineData("holdout_share: 1", "CFG008")]
    [InlineData("holdout_share: -0.1", "CFG008")]
    [InlineData("sample_size: 0", "CFG008")]
    [InlineData("sample_size: 10.5", "CFG008")]
    [InlineData("sample_size: most", "CFG006")]
    [InlineData("strategy: random", "CFG009")]
    [InlineData("correction: bonferroni", "CFG009")]
    [InlineData("engagement: invented", "CFG009")]
    [InlineData("primary: clicks", "CFG009")]
    [InlineData("primary: revenue", "CFG009")]
    [InlineData("metrics: [click_rate, clickrate]", "CFG009")]
    [InlineData("metrics: [open_rate]", "CFG010")]
    [InlineData("primary: open_rate", "CFG010")]
    [InlineData("windows: { click_rate: 0 }", "CFG008")]
    [InlineData("windows: { clicks: 7 }", "CFG005")]
    [InlineData("seed: 99999999999", "CFG008")]
    [InlineData("contact: { frequency_cap: -1 }", "CFG008")]
    [InlineData("weights: { control: 0, treatment-1: 1, treatment-2: 1, treatment-3: 1 }", "CFG010")]
    [InlineData("weights: { control: 1, treatment-1: 0, treatment-2: 0, treatment-3: 0 }", "CFG010")]
    [InlineData("weights: { control: 1, treatment-1: -1, treatment-2: 1, treatment-3: 1 }", "CFG008")]
    [InlineData("weights: { control: 1, treatment-1: 1, treatment-2: 1 }", "CFG007")]
    [InlineData("weights: { control: 1, treatment-1: 1, treatment-2: 1, treatment-3: 1, treatment-4: 1 }", "CFG005")]
    public void Wrong_value_is_refused_with_its_code(string line, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, line);

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(code, problem.Code);
        Assert.Equal(folder.PathOf(File), problem.File);
        Assert.NotNull(problem.Line);
    }

    [Theory]
    [InlineData("base: { open_rate: 0.30, click_rate: 0.08, conversion_rate: 0.03 }", "base: { open_rate: 0.30, click_rate: 0.08 }", "CFG007")]
    [InlineData("click_rate: 0.08", "click_rate: 0.40", "CFG010")]
    [InlineData("conversion_rate: 0.03", "conversion_rate: 0.09", "CFG010")]
    [InlineData("open_rate: 0.30", "open_rate: 1.30", "CFG008")]
    [InlineData("open_rate: 0.30", "open_rate: 30%", "CFG006")]
    [InlineData("0.03 }", "0.03 }\n  spread: 1", "CFG008")]
    [InlineData("0.03 }", "0.03 }\n  declared_lift_percent: { control: 10 }", "CFG005")]
    [InlineData("0.03 }", "0.03 }\n  declared_lift_percent: { treatment-1: 5000 }", "CFG010")]
    [InlineData("0.03 }", "0.03 }\n  declared_lift_percent: { treatment-1: -101 }", "CFG008")]
    [InlineData("id: spring", "id: Spring campaign", "CFG012")]
    [InlineData("id: spring", "id: ../spring", "CFG012")]
    [InlineData("id: spring", "id:", "CFG007")]
    [InlineData("tone: friendly", "tone: ../friendly", "CFG012")]
    [InlineData("tone: friendly", "tone: urgent", "CFG004")]
    [InlineData("id: treatment-3", "id: treatment-1", "CFG004")]
    [InlineData("id: treatment-3", "id: control", "CFG004")]
    [InlineData("id: treatment-3, tone", "id: treatment-3, mood", "CFG005")]
    [InlineData("  - { id: treatment-3, tone: friendly }", "", "CFG008")]
    public void Wrong_arms_and_rates_are_refused_with_their_code(string old, string replacement, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Replace(File, old, replacement);

        Assert.Contains(folder.Problems(), p => p.Code == code);
    }

    [Fact]
    public void Five_arms_are_too_many_and_four_are_not()
    {
        using var folder = new ConfigurationFolder();
        folder.Replace(File, "arms:", "arms:\n  - { id: treatment-4, tone: playful }");
        Assert.Equal(4, folder.Load().Experiment.Arms.Count);

        folder.Replace(File, "arms:", "arms:\n  - { id: treatment-5, tone: dry }");
        Assert.Contains(folder.Problems(), p => p is { Code: "CFG008", Found: "5 arms" });
    }

    [Fact]
    public void Opens_may_be_primary_when_that_is_said()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, "primary: open_rate\nallow_open_primary: true");

        Assert.Equal(Metric.OpenRate, folder.Load().Experiment.Primary);
    }

    [Fact]
    public void Unknown_key_comes_with_the_key_that_was_meant()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, "holdout-share: 0.1");

        Assert.Equal("did you mean holdout_share?", Assert.Single(folder.Problems()).Fix);
    }

    [Fact]
    public void Experiment_without_simulation_needs_another_source()
    {
        using var folder = new ConfigurationFolder();
        var arms = "id: spring\narms: [{ id: a, tone: x }, { id: b, tone: y }, { id: c, tone: z }]\n";
        folder.Write(File, arms);
        Assert.Equal("simulation is missing", Assert.Single(folder.Problems()).Message);

        folder.Write(File, arms + "engagement: none");
        Assert.Equal(EngagementSource.None, folder.Load().Experiment.Engagement);
    }
}
