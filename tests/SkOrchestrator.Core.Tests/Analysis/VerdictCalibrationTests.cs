using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>How often a whole analysis is wrong: false winners where nothing differs, and effects that it misses though the sample was planned for them.</summary>
public sealed class VerdictCalibrationTests
{
    private const int Experiments = 250;
    private const double Alpha = 0.05;

    [Fact]
    [Requirement("5.7")]
    public void False_winners_are_at_or_under_alpha()
    {
        var random = new Random(20260914);
        int winners = Enumerable.Range(0, 400).Count(_ => new Campaign()
            .Segment("a", Draw(random, 250, 0.2), Draw(random, 250, 0.2), Draw(random, 250, 0.2))
            .Analyze().Decision.Status == DecisionStatus.Winner);
        Assert.InRange(winners / 400.0, 0, Alpha);
    }

    [Fact]
    [Requirement("5.8")]
    public void At_least_three_quarters_of_true_effects_are_found_at_a_planned_power_of_80_percent()
    {
        const double control = 0.2;
        const double treatment = 0.26;
        int perArm = (int)RatePower.Needed(control, treatment, Alpha / 2, 0.8).OrNull()!.Customers!.Value;
        var random = new Random(20260914);
        Decision[] decisions = [.. Enumerable.Range(0, Experiments).Select(_ => new Campaign()
            .Segment("a", Draw(random, perArm, control), Draw(random, perArm, treatment), Draw(random, perArm, control))
            .Analyze().Decision)];
        double found = decisions.Count(d => d.Status == DecisionStatus.Winner && d.Rules[0].StartsWith("treatment-1", StringComparison.Ordinal)) / (double)Experiments;
        double wrong = decisions.Count(d => d.Status == DecisionStatus.Winner && d.Rules.Any(r => r.StartsWith("treatment-2", StringComparison.Ordinal) && r.Contains("better than control", StringComparison.Ordinal))) / (double)Experiments;
        Assert.InRange(found, 0.75, 0.9);
        Assert.InRange(wrong, 0, Alpha);
    }

    private static (long Customers, long[] Successes) Draw(Random random, int customers, double rate) =>
        (customers, [Enumerable.Range(0, customers).Count(_ => random.NextDouble() < rate)]);
}
