using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>The declared effect beside each estimate of a simulated run.</summary>
public sealed class SimulatedTests
{
    private static readonly SimulationOptions Simulation = new()
    {
        DeclaredLiftPercent = new Dictionary<ArmId, IReadOnlyDictionary<string, double>>
        {
            [Campaign.Arm(1)] = new Dictionary<string, double> { [Metric.ClickRate] = 10, [Metric.ConversionRate] = 20 },
            [Campaign.Arm(2)] = new Dictionary<string, double> { [Metric.ClickRate] = 400, [Metric.RevenuePerRecipient] = 50 },
            [Campaign.Arm(4)] = new Dictionary<string, double> { [Metric.ConversionRate] = 20, [Metric.RevenuePerRecipient] = 50 },
            [Campaign.Arm(5)] = new Dictionary<string, double> { [Metric.ConversionRate] = 20, [Metric.RevenuePerRecipient] = 0 },
            [Campaign.Arm(6)] = new Dictionary<string, double> { [Metric.ConversionRate] = -100, [Metric.RevenuePerRecipient] = 50 },
        },
    };

    [Fact]
    public void Each_comparison_carries_the_declared_lift_and_whether_its_interval_covers_it()
    {
        AnalysisInput input = new Campaign().Segment("a", (400, [40]), (400, [44]), (400, [41])).Input(EngagementSource.Simulated, simulation: Simulation);
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input);
        Assert.Equal((10, true), (Campaign.Find(analysis, "all", "treatment-1").DeclaredLiftPercent, Campaign.Find(analysis, "all", "treatment-1").CoversDeclaredLift));
        Assert.Equal((400, false), (Campaign.Find(analysis, "a", "treatment-2").DeclaredLiftPercent, Campaign.Find(analysis, "a", "treatment-2").CoversDeclaredLift));
    }

    [Fact]
    public void Any_treatment_declares_the_mean_over_its_customers()
    {
        AnalysisInput input = new Campaign().Segment("a", [0.4, 0.4, 0.2], (400, [40]), (400, [44]), (200, [41])).Input(EngagementSource.Simulated, simulation: Simulation);
        Assert.Equal(((400 * 10) + (200 * 400)) / 600.0, Campaign.Find(ExperimentAnalyzer.Analyze(input), "all", "any-treatment").DeclaredLiftPercent!.Value, 1e-9);
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 50)]
    [InlineData(3, 0)]
    [InlineData(4, 50)]
    [InlineData(5, 0)]
    [InlineData(6, -100)]
    public void Revenue_has_the_lift_declared_for_it_and_else_that_of_conversion(int arm, double expected) =>
        Assert.Equal(expected, Simulation.LiftPercent(Campaign.Arm(arm), Metric.RevenuePerRecipient));

    [Fact]
    public void Real_data_carries_no_declared_lift()
    {
        AnalysisInput input = new Campaign().Segment("a", (400, [40]), (400, [44])).Input(simulation: Simulation);
        Assert.All(ExperimentAnalyzer.Analyze(input).Comparisons, c => Assert.True(c is { DeclaredLiftPercent: null, CoversDeclaredLift: null }));
    }
}
