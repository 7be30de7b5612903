using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

public class PlanLockFactoryTests
{
    [Fact]
    public void The_plan_ends_when_the_window_of_the_primary_metric_closes()
    {
        Assert.Equal(Plans.Now.AddDays(7), Plans.Lock().EndsAt);
        Assert.Equal(Plans.Now.AddDays(14), Plans.Lock(Plans.Experiment with { Primary = Metric.ConversionRate }).EndsAt);
    }

    [Fact]
    public void The_family_is_the_treatments_that_take_part()
    {
        var weights = new Dictionary<ArmId, double>(Plans.Experiment.Weights) { [ArmId.Treatment(2)] = 0 };

        var plan = Plans.Lock(Plans.Experiment with { Weights = weights });

        Assert.Equal(["treatment-1", "treatment-3"], plan.Family.Treatments);
        Assert.Equal(2, plan.Family.Size);
        Assert.Equal(["control", "treatment-1", "treatment-3"], plan.Arms.Select(a => a.Arm));
        Assert.Null(plan.Arms[0].Tone);
    }

    [Fact]
    public void Times_are_UTC_whatever_the_clock_says()
    {
        var plan = Plans.Lock(now: Plans.Now.ToOffset(TimeSpan.FromHours(9)));

        Assert.Equal(TimeSpan.Zero, plan.LockedAt.Offset);
        Assert.Equal(Plans.Now, plan.LockedAt);
    }
}
