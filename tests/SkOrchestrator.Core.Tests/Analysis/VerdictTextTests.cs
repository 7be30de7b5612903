using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Analysis;

/// <summary>What the verdict and its notes say: nothing that the numbers beside them deny.</summary>
public sealed class VerdictTextTests
{
    private static Campaign OneWinner => new Campaign().Segment("a", (1000, [80]), (1000, [140]));

    [Fact]
    public void Overwhelming_harm_is_inconclusive_and_names_the_arm()
    {
        Decision decision = new Campaign().Segment("a", (5000, [5000]), (5000, [2500])).Analyze().Decision;
        Assert.Equal("inconclusive", decision.Status);
        Assert.Equal("No treatment is better than control on click_rate beyond chance; treatment-1 is worse.", decision.Rules[0]);
        Assert.DoesNotContain(decision.Rules, r => r.StartsWith("Too few", StringComparison.Ordinal));
    }

    [Fact]
    public void Certain_counts_in_many_small_segments_have_an_interval_and_a_verdict()
    {
        var campaign = new Campaign();
        for (int i = 0; i < 60; i++)
        {
            campaign.Segment($"s{i}", (1, [0]), (1, [1]));
        }

        ExperimentAnalysis analysis = campaign.Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Assert.True(all is { PValue: < 1e-10, AbsoluteDifference: { Estimate: 1, CiLow: > 0.5 and < 1 }, ChanceToBeatControl: > 0.999 and < 1 });
        Assert.DoesNotContain("chance", all.NotEstimable, StringComparison.Ordinal);
        Assert.Equal("winner", analysis.Decision.Status);
    }

    [Fact]
    [Requirement("5.8")]
    public void A_winner_in_a_small_sample_is_not_warned_about_as_if_it_had_lost()
    {
        ExperimentAnalysis analysis = OneWinner.Analyze();
        Assert.Equal("winner", analysis.Decision.Status);
        Assert.DoesNotContain(analysis.Notes, n => n.StartsWith("Warning:", StringComparison.Ordinal));
        Assert.Contains(analysis.Notes, n => n.StartsWith("Sample size for click_rate: the smallest arm has 1,000 customers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CorrectionMethod.None, ", p below 0.0001", "Correction over all segments: none")]
    [InlineData(CorrectionMethod.Holm, ", corrected p below 0.0001", "Holm within each metric over its treatments (family of 2)")]
    public void A_p_value_is_called_corrected_only_when_it_is(CorrectionMethod method, string words, string note)
    {
        AnalysisInput input = new Campaign().Segment("a", (1000, [80]), (1000, [160]), (1000, [82])).Input();
        ExperimentAnalysis analysis = ExperimentAnalyzer.Analyze(input with { Experiment = input.Experiment with { Correction = method } });
        Assert.Contains(words, analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.Contains(analysis.Notes, n => n.Contains(note, StringComparison.Ordinal));
        Assert.Equal(method == CorrectionMethod.None, analysis.Decision.Caveats.Contains("No correction for 2 treatments: the chance of a false winner is above alpha."));
        Assert.Equal(method == CorrectionMethod.None, !analysis.Decision.Rules.Any(r => r.Contains("corrected", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_single_treatment_is_not_spoken_of_as_several()
    {
        ExperimentAnalysis analysis = OneWinner.Analyze();
        string all = string.Join('\n', analysis.Decision.Rules.Concat(analysis.Decision.Caveats).Concat(analysis.Notes));
        Assert.All(["several treatments", "each other", "corrected p", "its treatments"], words => Assert.DoesNotContain(words, all, StringComparison.Ordinal));
        Assert.Contains("too high on average", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reversal_is_noted_whether_it_is_significant_or_not()
    {
        // better by 4 points in both segments, and mostly in the one where few click; few customers, so not significant
        ExperimentAnalysis analysis = new Campaign()
            .Segment("keen", [0.9, 0.1], (90, [72]), (10, [9]))
            .Segment("idle", [0.1, 0.9], (10, [1]), (90, [12]))
            .Analyze();
        Comparison all = Campaign.Find(analysis, "all", "treatment-1");
        Assert.True(all is { Reversal: true, Significant: false });
        string note = Assert.Single(analysis.Notes, n => n.StartsWith("Reversal:", StringComparison.Ordinal));
        Assert.StartsWith("Reversal: treatment-1 click_rate is 21.00 % and control 73.00 % when segments are pooled (−52.00 points), but within segments the difference is +", note, StringComparison.Ordinal);
        Assert.DoesNotContain(OneWinner.Analyze().Notes, n => n.StartsWith("Reversal:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_correction_of_heterogeneity_and_its_family_are_stated()
    {
        ExperimentAnalysis analysis = new Campaign(Metric.ClickRate, Metric.OpenRate)
            .Segment("a", (300, [30, 80]), (300, [45, 90]), (300, [29, 81])).Segment("b", (300, [30, 80]), (300, [35, 90]), (300, [39, 81])).Analyze();

        // per metric: any treatment, each of two, and all arms at once
        Assert.Contains(analysis.Notes, n => n.Contains("(heterogeneity): Holm over", StringComparison.Ordinal) && n.Contains("(family of 8)", StringComparison.Ordinal));
        Assert.DoesNotContain(OneWinner.Analyze().Notes, n => n.Contains("(heterogeneity)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2000, 20_000, 10, 100)]
    [InlineData(10, 100, 2000, 20_000)]
    public void Power_is_that_of_the_arms_as_they_are(long controlEvents, long control, long events, long customers)
    {
        double total = control + customers;
        ExperimentAnalysis analysis = new Campaign()
            .Segment("a", [control / total, customers / total], (control, [controlEvents]), (customers, [events])).Analyze();
        PowerResult power = analysis.Power[0];
        PowerPlan plan = PowerPlanner.Plan(new() { Baseline = PowerBaseline.OfRate(0.1), Control = control, Treatment = customers });
        Assert.Equal((100, 14_751), (power.PerArm, power.NeededPerArm));
        Assert.Equal(plan.DetectableLiftPercent!.Value, power.DetectableLiftPercent!.Value, 1e-9);
        Assert.InRange(power.DetectableLiftPercent.Value, 80, 110);
        Assert.Contains(
            analysis.Notes, n => n.Contains(Sentence.Of($"Control has {control:N0} customers and the smallest treatment {customers:N0}; a lift of 10 % needs 14,751 per arm in equal arms"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_large_control_makes_up_for_a_treatment_that_is_smaller_than_equal_arms_need()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", [10, 1], (120_000, [12_000]), (12_000, [1200])).Analyze();
        Assert.True(analysis.Power[0].PerArm < analysis.Power[0].NeededPerArm && analysis.Power[0].DetectableLiftPercent < 10);
        Assert.DoesNotContain(analysis.Notes, n => n.StartsWith("Warning:", StringComparison.Ordinal));
    }
}
