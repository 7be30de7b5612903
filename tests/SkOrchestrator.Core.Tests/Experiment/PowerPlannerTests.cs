using FsCheck.Xunit;

namespace SkOrchestrator.Experiment;

/// <summary>Planning: expected numbers from a 50-digit computation of the same formulas.</summary>
[Properties(Replay = "20260902,37", MaxTest = 200)]
public sealed class PowerPlannerTests
{
    private static PowerQuestion Question(double rate, long control, long treatment) =>
        new() { Baseline = PowerBaseline.OfRate(rate), Control = control, Treatment = treatment };

    [Theory]
    [InlineData(0.2, 25, 0.05, 0.8, 1094, 1094, 1)]
    [InlineData(0.2, 20, 0.0125, 0.8, 2391, 2391, 1)]
    [InlineData(0.004, 10, 0.05, 0.8, 410335, 410335, 1)]
    [InlineData(0.12, 25, 0.05, 0.8, 1546, 3091, 2)]
    public void Needed_sizes_are_those_of_the_pooled_null_formula(double rate, double lift, double alpha, double power, long control, long treatment, int ratio)
    {
        PowerPlan plan = PowerPlanner.Plan(Question(rate, 1000, 1000 * ratio) with { Alpha = alpha, Target = power, LiftsPercent = [lift] });
        Assert.Equal((control, treatment, false), (plan.Needed[0].Control, plan.Needed[0].Treatment, plan.Needed[0].ExactTest));
    }

    [Fact]
    public void Small_expected_counts_need_the_continuity_correction()
    {
        NeededSize needed = PowerPlanner.Plan(Question(0.05, 20, 20) with { Target = 0.9, LiftsPercent = [1100] }).Needed[0];
        Assert.Equal((17, 17, true), (needed.Control, needed.Treatment, needed.ExactTest));
    }

    [Theory]
    [InlineData(0.2, 500, 0.8, 0.07533170703604604)]
    [InlineData(0.021, 9870, 0.8, 0.006110126928963695)]
    [InlineData(0.21, 100_000_000, 0.9, 0.0001867485158872403)]
    public void The_detectable_rise_agrees_with_the_reference(double rate, long perArm, double power, double difference)
    {
        PowerPlan plan = PowerPlanner.Plan(Question(rate, perArm, perArm) with { Target = power });
        Assert.Equal(difference, plan.DetectableDifference!.Value, difference * 1e-8);
        Assert.Equal(difference / rate * 100, plan.DetectableLiftPercent!.Value, difference / rate * 1e-6);
        Assert.False(plan.ExactTest);
    }

    [Fact]
    public void Fishers_test_finds_only_larger_rises()
    {
        PowerPlan plan = PowerPlanner.Plan(Question(0.02, 20, 20));
        Assert.True(plan.ExactTest);

        // the normal approximation alone would promise 0.3361
        Assert.InRange(plan.DetectableDifference!.Value, 0.37, 0.46);
        Assert.False(PowerPlanner.Plan(Question(0.15, 20, 20)).ExactTest);
    }

    [Property]
    public void Power_of_the_detectable_lift_is_the_target(int rate, int control, int treatment, byte treatments)
    {
        PowerQuestion question = Question(0.01 + (Math.Abs((long)rate) % 500 / 1000.0), 50 + (Math.Abs((long)control) % 100_000), 50 + (Math.Abs((long)treatment) % 100_000))
            with
        { Treatments = 1 + (treatments % 5) };
        PowerPlan plan = PowerPlanner.Plan(question);
        if (plan.DetectableLiftPercent is double lift)
        {
            Assert.True(PowerPlanner.Plan(question with { LiftPercent = lift * (1 + 1e-9) }).AchievedPower >= 0.8 - 1e-6);
            Assert.True(PowerPlanner.Plan(question with { LiftPercent = lift * 0.99 }).AchievedPower < 0.8);
        }
        else
        {
            Assert.NotNull(plan.NotEstimable);
        }
    }

    [Property]
    public void The_needed_size_reaches_the_target_and_one_tenth_less_does_not(int rate, int lift, bool unequal)
    {
        double baseline = 0.01 + (Math.Abs((long)rate) % 400 / 1000.0);
        double percent = 3 + (Math.Abs((long)lift) % 50);
        PowerQuestion question = Question(baseline, 100, unequal ? 300 : 100) with { LiftsPercent = [percent], LiftPercent = percent };
        NeededSize needed = PowerPlanner.Plan(question).Needed[0];
        Assert.InRange(PowerPlanner.Plan(question with { Control = needed.Control!.Value, Treatment = needed.Treatment!.Value }).AchievedPower!.Value, 0.799, 0.85);
        Assert.True(PowerPlanner.Plan(question with { Control = needed.Control.Value * 9 / 10, Treatment = needed.Treatment.Value * 9 / 10 }).AchievedPower < 0.8);
    }

    [Fact]
    public void Means_use_their_standard_deviation()
    {
        PowerPlan plan = PowerPlanner.Plan(new() { Baseline = PowerBaseline.OfMean(5, 4.2), Control = 1108, Treatment = 1108, LiftsPercent = [10], LiftPercent = 10 });
        Assert.Equal(1108, plan.Needed[0].Control);
        Assert.Equal(0.5, plan.DetectableDifference!.Value, 0.001);
        Assert.Equal(10, plan.DetectableLiftPercent!.Value, 0.01);
        Assert.Equal(0.8, plan.AchievedPower!.Value, 0.001);
    }

    [Fact]
    public void A_larger_treatment_helps_a_mean_as_its_standard_error_does()
    {
        PowerPlan plan = PowerPlanner.Plan(new() { Baseline = PowerBaseline.OfMean(5, 4), Control = 1000, Treatment = 4000, LiftsPercent = [10] });

        // (1.959964 + 0.841621) · 4 · √(1/1000 + 1/4000)
        Assert.Equal(0.396204, plan.DetectableDifference!.Value, 1e-5);

        // (1.959964 + 0.841621)² · 16 · 1.25 / 0.25
        Assert.Equal((628, 2512), (plan.Needed[0].Control, plan.Needed[0].Treatment));
    }

    [Fact]
    public void More_treatments_mean_a_smaller_alpha_each()
    {
        PowerQuestion one = Question(0.1, 1000, 1000);
        PowerPlan four = PowerPlanner.Plan(one with { Treatments = 4 });
        Assert.Equal(0.0125, four.CorrectedAlpha);
        Assert.True(four.DetectableDifference > PowerPlanner.Plan(one).DetectableDifference);
    }

    [Fact]
    public void Weights_share_the_customers_out()
    {
        PowerQuestion question = PowerQuestion.OfWeights(PowerBaseline.OfRate(0.1), 1003, 0.5, [0.3, 0, 0.2]);
        Assert.Equal((501, 200, 2), (question.Control, question.Treatment, question.Treatments));
    }

    [Theory]
    [InlineData(0, 100, 100)]
    [InlineData(1, 100, 100)]
    [InlineData(0.1, 0, 100)]
    [InlineData(0.1, 100, 0)]
    [InlineData(0.9, 5, 5)]
    public void What_cannot_be_planned_is_missing_with_a_reason(double rate, long control, long treatment)
    {
        PowerPlan plan = PowerPlanner.Plan(Question(rate, control, treatment));
        Assert.Null(plan.DetectableLiftPercent);
        Assert.NotNull(plan.NotEstimable);
    }

    [Fact]
    public void A_power_that_no_formula_gives_is_missing_and_not_0()
    {
        PowerPlan plan = PowerPlanner.Plan(Question(0.02, 20, 20) with { LiftPercent = 10 });
        Assert.Equal((null, "the arms are too small for the power of the exact test to be approximated"), (plan.AchievedPower, plan.NotEstimable));
        Assert.NotNull(plan.DetectableLiftPercent);
    }

    [Fact]
    public void A_lift_past_certainty_needs_no_number()
    {
        NeededSize needed = PowerPlanner.Plan(Question(0.9, 100, 100) with { LiftsPercent = [20] }).Needed[0];
        Assert.Equal((null, null, "the rate would be 1 or more"), (needed.Control, needed.Treatment, needed.NotEstimable));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void An_alpha_that_is_none_is_refused(double alpha) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PowerPlanner.Plan(Question(0.1, 10, 10) with { Alpha = alpha }));
}
