using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Whether the arms have the sizes they should have, at assignment and after it.</summary>
public sealed class SampleRatioTests
{
    private static Campaign Fair => new Campaign().Segment("a", (10_000, [800]), (10_000, [1000]), (10_000, [820])).Segment("b", (5000, [400]), (5000, [500]), (5000, [410]));

    [Fact]
    [Requirement("5.2")]
    public void Assignment_by_this_product_is_verified_as_a_count()
    {
        SampleRatioResult exact = Analyze(new Campaign().Segment("a", (334, [30]), (333, [30]), (333, [30])), assignedHere: true).SampleRatio;
        Assert.Equal((true, false, "assigned"), (exact.AssignmentIsExact, exact.Mismatch, exact.Stage));
        Assert.Empty(exact.Stages);

        ExperimentAnalysis off = Analyze(new Campaign().Segment("a", (336, [30]), (332, [30]), (332, [30])), assignedHere: true);
        Assert.Equal((false, true), (off.SampleRatio.AssignmentIsExact, off.SampleRatio.Mismatch));
        Assert.True(off.SampleRatio.PValue > 0.8, "a test would not have seen it");
        Assert.Equal("unhealthy", off.Decision.Status);
        Assert.Contains("a control 336 instead of 333", off.Decision.Rules[0], StringComparison.Ordinal);
        Assert.DoesNotContain(off.Comparisons, c => c.Significant);
    }

    [Fact]
    public void Assignment_by_others_is_tested_and_not_verified()
    {
        SampleRatioResult result = Analyze(new Campaign().Segment("a", (336, [30]), (332, [30]), (332, [30])), assignedHere: false).SampleRatio;
        Assert.Null(result.AssignmentIsExact);
        Assert.False(result.Mismatch);
        Assert.Equal("assigned", Assert.Single(result.Stages).Stage);
    }

    [Fact]
    public void Recorded_arms_were_not_assigned_here()
    {
        Campaign campaign = new Campaign().Segment("a", (336, [30]), (332, [30]));
        AnalysisInput labels = campaign.Input(EngagementSource.Historical) with { AssignedHere = true };
        Assert.Null(ExperimentAnalyzer.Analyze(labels).SampleRatio.AssignmentIsExact);
        Assert.False(ExperimentAnalyzer.Analyze(labels with { ArmsWereSent = false }).SampleRatio.AssignmentIsExact);
        AnalysisInput input = campaign.Input(EngagementSource.Imported);
        var mails = new Dictionary<ArmId, string> { [Campaign.Arm(0)] = "none", [Campaign.Arm(1)] = "shoes" };
        Assert.Null(ExperimentAnalyzer.Analyze(input with { AssignedHere = true, SentMails = mails }).SampleRatio.AssignmentIsExact);
    }

    [Fact]
    public void Customers_in_an_arm_without_a_share_are_not_the_plan() =>
        Assert.True(Analyze(new Campaign().Segment("a", [0.5, 0.5, 0], (500, [30]), (500, [30]), (3, [0])), assignedHere: true).SampleRatio.Mismatch);

    [Fact]
    public void A_count_that_is_as_exact_as_it_can_be_is_no_mismatch_however_unlikely_a_test_would_call_it()
    {
        ExperimentAnalysis analysis = Analyze(new Campaign().Segment("a", [0.9995, 0.0005], (0, [0]), (1, [0])), assignedHere: true);
        Assert.True(analysis.SampleRatio is { AssignmentIsExact: true, Mismatch: false, PValue: < 0.001 });
        Assert.Equal("not_enough_data", analysis.Decision.Status);
    }

    [Fact]
    public void A_hundred_million_customers_are_exact_to_one()
    {
        Assert.False(Analyze(new Campaign().Segment("a", [0.1, 0.9], (10_000_000, [100]), (90_000_000, [900])), assignedHere: true).SampleRatio.Mismatch);
        Assert.True(Analyze(new Campaign().Segment("a", [0.1, 0.9], (10_000_002, [100]), (89_999_998, [900])), assignedHere: true).SampleRatio.Mismatch);
    }

    [Fact]
    public void Loss_that_depends_on_the_arm_is_a_mismatch_at_its_stage()
    {
        // 1 % bounces in control, 2 % in treatment-1: the sizes 9,900 and 9,800 alone would look like chance
        ExperimentAnalysis analysis = Analyze(Fair, assignedHere: true, [
            .. Stage(StageName.Sent, "a", 10_000, 10_000, 10_000), .. Stage(StageName.Sent, "b", 5000, 5000, 5000),
            .. Stage(StageName.Delivered, "a", 9900, 9800, 9900), .. Stage(StageName.Delivered, "b", 4950, 4950, 4950)]);
        SampleRatioResult ratio = analysis.SampleRatio;
        Assert.Equal(("delivered", true, true), (ratio.Stage, ratio.Mismatch, ratio.AssignmentIsExact));
        Assert.Equal("unhealthy", analysis.Decision.Status);
        Assert.Contains("'delivered'", analysis.Decision.Rules[0], StringComparison.Ordinal);
        Assert.Equal(4, ratio.DegreesOfFreedom);

        // Pearson on lost × arm: 400 lost of 30,000 in segment a, none of it in segment b's arms unequally
        double expected = 400 / 3.0;
        double statistic = ((2 * (100 - expected) * (100 - expected)) + ((200 - expected) * (200 - expected))) / (expected * (1 - (400 / 30_000.0)));
        Assert.Equal(statistic, ratio.ChiSquare!.Value, 1e-9);
        Assert.Equal([9900, 9800, 9900], ratio.Segments[0].Observed.Values);
        Assert.All(ratio.Segments[0].Expected.Values, e => Assert.Equal(29_600 / 3.0, e, 1e-9));
        Assert.Equal("nobody was lost, nothing to compare", ratio.Stages[0].NotEstimable);
    }

    [Fact]
    public void A_mismatch_at_an_early_stage_is_not_hidden_by_a_later_one()
    {
        SampleRatioResult ratio = Analyze(Fair, assignedHere: true, [
            .. Stage(StageName.Sent, "a", 10_000, 9960, 10_000), .. Stage(StageName.Sent, "b", 5000, 5000, 5000),
            .. Stage(StageName.Delivered, "a", 7500, 7460, 7500), .. Stage(StageName.Delivered, "b", 3750, 3750, 3750)]).SampleRatio;
        Assert.Equal(("sent", true), (ratio.Stage, ratio.Mismatch));
        Assert.True(ratio.PValue < 0.001);
        Assert.False(ratio.Stages[1].Mismatch);
    }

    [Fact]
    public void The_same_loss_in_every_arm_is_healthy_and_the_last_stage_is_shown()
    {
        SampleRatioResult ratio = Analyze(Fair, assignedHere: true, [
            .. Stage(StageName.Sent, "a", 9990, 9989, 9991), .. Stage(StageName.Sent, "b", 4990, 4992, 4991),
            .. Stage(StageName.Delivered, "a", 9900, 9893, 9904), .. Stage(StageName.Delivered, "b", 4950, 4944, 4955)]).SampleRatio;
        Assert.Equal(("delivered", false), (ratio.Stage, ratio.Mismatch));
        Assert.Equal(["sent", "delivered"], ratio.Stages.Select(s => s.Stage));
    }

    [Fact]
    public void An_arm_that_one_segment_does_not_have_raises_no_alarm()
    {
        Campaign blocked = new Campaign()
            .Segment("a", (1000, [80]), (1000, [90]), (1000, [85]))
            .Segment("b", [0.5, 0.5], (1500, [80]), (1500, [90]));
        StageCount[] stages = [.. Stage(StageName.Delivered, "a", 980, 981, 979), .. Stage(StageName.Delivered, "b", 1470, 1472)];
        foreach (bool here in (bool[])[true, false])
        {
            ExperimentAnalysis analysis = Analyze(blocked, here, stages);
            Assert.False(analysis.SampleRatio.Mismatch);
            Assert.Equal(3, analysis.SampleRatio.DegreesOfFreedom);
            Assert.NotEqual("unhealthy", analysis.Decision.Status);
        }
    }

    [Fact]
    public void Unusual_loss_is_warned_about_before_it_is_a_mismatch()
    {
        ExperimentAnalysis analysis = Analyze(
            new Campaign().Segment("a", (10_000, [800]), (10_000, [1000])), assignedHere: true, [.. Stage(StageName.Delivered, "a", 9900, 9860)]);
        Assert.InRange(analysis.SampleRatio.PValue!.Value, 0.001, 0.01);
        Assert.Contains(analysis.Notes, n => n.StartsWith("Warning:", StringComparison.Ordinal) && n.Contains("'delivered'", StringComparison.Ordinal));
    }

    [Fact]
    public void Bounces_and_machine_opens_are_shown_by_arm_and_never_tested()
    {
        SampleRatioResult ratio = Analyze(new Campaign().Segment("a", (1000, [80]), (1000, [90])), assignedHere: true, [
            .. Stage(StageName.Bounced, "a", 10, 300), .. Stage(StageName.MachineOpened, "a", 400, 10)]).SampleRatio;
        Assert.Empty(ratio.Stages);
        Assert.False(ratio.Mismatch);
        Assert.Equal(
            [new("control", 1000, null, null, null, 10, 400), new("treatment-1", 1000, null, null, null, 300, 10)],
            ratio.Delivery);
    }

    [Fact]
    public void An_arm_that_vanished_at_a_stage_is_a_mismatch()
    {
        SampleRatioResult ratio = Analyze(
            new Campaign().Segment("a", (1000, [80]), (1000, [90])), assignedHere: true, [new(StageName.Sent, SegmentId.From("a"), ArmId.Control, 1000)]).SampleRatio;
        Assert.True(ratio.Mismatch);
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(-1)]
    public void More_customers_than_were_assigned_or_fewer_than_none_are_refused(long count) =>
        Assert.Throws<ArgumentException>(() => Analyze(new Campaign().Segment("a", (1000, [80]), (1000, [90])), true, [.. Stage(StageName.Sent, "a", 1000, count)]));

    [Fact]
    public void Parts_of_a_stage_add_up()
    {
        StageCount[] whole = [.. Stage(StageName.Delivered, "a", 980, 960)];
        StageCount[] parts = [.. Stage(StageName.Delivered, "a", 500, 900), .. Stage(StageName.Delivered, "a", 480, 60)];
        Campaign campaign = new Campaign().Segment("a", (1000, [80]), (1000, [90]));
        Assert.Equal(Analyze(campaign, true, whole).SampleRatio.ChiSquare, Analyze(campaign, true, parts).SampleRatio.ChiSquare);
    }

    private static ExperimentAnalysis Analyze(Campaign campaign, bool assignedHere, params IEnumerable<StageCount> stages) =>
        ExperimentAnalyzer.Analyze(campaign.Input(EngagementSource.Imported) with { AssignedHere = assignedHere, Stages = [.. stages] });

    private static IEnumerable<StageCount> Stage(string stage, string segment, params long[] counts) =>
        counts.Select((count, i) => new StageCount(stage, SegmentId.From(segment), Campaign.Arm(i), count));
}
