using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

public class PowerOutlookTests
{
    [Fact]
    public void Power_rises_with_the_lift_and_with_the_customers()
    {
        var small = Outlook(1000);
        var large = Outlook(10_000);

        Assert.Equal([5, 10, 15, 20, 30, 50], small.Curve.Select(p => p.LiftPercent));
        Assert.Equal(small.Curve.Select(p => p.Power).Order(), small.Curve.Select(p => p.Power));
        Assert.All(small.Curve.Zip(large.Curve), pair => Assert.True(pair.Second.Power > pair.First.Power));
        Assert.True(large.DetectableLiftPercent < small.DetectableLiftPercent);
        Assert.Equal([5, 10, 20], small.Needed.Select(n => n.LiftPercent));
    }

    [Fact]
    public void Alpha_is_shared_by_the_treatments()
    {
        var weights = new Dictionary<ArmId, double>(Plans.Experiment.Weights) { [ArmId.Treatment(2)] = 0, [ArmId.Treatment(3)] = 0 };
        var one = Outlook(5000, Plans.Experiment with { Weights = weights });
        var three = Outlook(5000);

        Assert.True(three.DetectableLiftPercent > one.DetectableLiftPercent);
        var direct = PowerPlanner.Plan(new PowerQuestion { Baseline = PowerBaseline.OfRate(0.08), Control = 5000, Treatment = 5000, Treatments = 3 });
        Assert.Equal(direct.DetectableLiftPercent, three.DetectableLiftPercent);
    }

    [Theory]
    [InlineData(100, MetricOutlook.TooSmall)]
    [InlineData(5000, MetricOutlook.Weak)]
    [InlineData(100_000, MetricOutlook.Enough)]
    public void The_outlook_says_whether_a_verdict_can_be_expected(long perArm, MetricOutlook outlook) =>
        Assert.Equal(outlook, Outlook(perArm).Outlook);

    [Fact]
    public void A_small_list_is_told_the_detectable_lift_and_that_the_verdict_will_be_refused()
    {
        var metrics = PowerOutlook.Of(Plans.Experiment, 108, 108, Plans.Baselines());

        var advice = PlanAdvice.Of(metrics, 108);

        Assert.True(PlanAdvice.IsTooSmall(metrics));
        Assert.Contains("The list is too small for click_rate: with 108 customers in the smallest arm the smallest lift found with 80 % power is", advice[0]);
        Assert.Contains("the verdict will be refused", advice[0]);
        Assert.Contains("Power allows no metric at the smallest effect of 10 %", advice[1]);
    }

    [Fact]
    public void A_large_list_is_told_that_conversion_within_14_days_is_possible()
    {
        var metrics = PowerOutlook.Of(Plans.Experiment, 1_000_000, 1_000_000, Plans.Baselines());

        var advice = PlanAdvice.Of(metrics, 1_000_000);

        Assert.False(PlanAdvice.IsTooSmall(metrics));
        Assert.StartsWith("click_rate is viable: a lift of 10 % is found with 100 % power", advice[0]);
        Assert.StartsWith("Power allows conversion_rate within 14 days and revenue_per_recipient within 14 days", advice[1]);
    }

    [Fact]
    public void Without_a_baseline_there_is_no_number()
    {
        var metric = PowerOutlook.Of(Plans.Experiment, 1000, 1000, new Dictionary<string, MetricBaseline>()).First(m => m.IsPrimary);

        Assert.Equal(MetricOutlook.Unknown, metric.Outlook);
        Assert.Null(metric.DetectableLiftPercent);
        Assert.Empty(metric.Curve);
        Assert.StartsWith("no baseline", metric.NotEstimable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_baseline_at_the_edge_gives_a_reason_and_no_number(double rate)
    {
        var metric = PowerOutlook.Of(Plans.Experiment, 1000, 1000, Plans.Baselines(rate)).First(m => m.IsPrimary);

        Assert.NotNull(metric.NotEstimable);
        Assert.Null(metric.DetectableLiftPercent);
        Assert.Null(metric.Achieved);
        Assert.Equal(MetricOutlook.TooSmall, metric.Outlook);
    }

    [Fact]
    public void Assumed_revenue_has_the_moments_of_its_law()
    {
        var table = new SimulationOptions { BaseRates = new Dictionary<string, double> { [Metric.ConversionRate] = 0.03 }, RevenueMean = 62, RevenueSigma = 0.6 };

        var baseline = AssumedBaseline.Of(Metric.RevenuePerRecipient, table)!;

        Assert.Equal(1.86, baseline.Mean, 10);
        Assert.Equal(Math.Sqrt((0.03 * 62 * 62 * Math.Exp(0.36)) - (1.86 * 1.86)), baseline.StandardDeviation!.Value, 10);
        Assert.Null(AssumedBaseline.Of(Metric.ClickRate, table));
    }

    [Fact]
    public void The_planned_design_is_the_design_of_a_run_whose_messages_are_all_approved()
    {
        var weights = new Dictionary<ArmId, double>(Plans.Experiment.Weights) { [ArmId.Control] = 2, [ArmId.Treatment(2)] = 0 };
        var options = Plans.Experiment with { Weights = weights };

        var segment = Assert.Single(PlannedDesign.Of([SegmentId.Numbered(1)], options).Segments);

        Assert.Equal(["control", "treatment-1", "treatment-3"], segment.Arms.Select(a => a.Arm.Value));
        Assert.Equal(["control", "segment-1.urgent", "segment-1.friendly"], segment.Arms.Select(a => a.VariantId.Value));
        Assert.Equal([0.5, 0.25, 0.25], segment.Arms.Select(a => a.Weight));
    }

    private static PlannedMetric Outlook(long perArm, ExperimentOptions? options = null) =>
        PowerOutlook.Of(options ?? Plans.Experiment, perArm, perArm, Plans.Baselines()).Single(m => m.IsPrimary);
}
