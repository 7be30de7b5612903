using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The sample-ratio check. Where this product assigned the customers, the counts are known in advance, so they are verified and not tested. Where someone
/// else did, they are tested against the planned shares. After assignment customers can get lost: each stage that is known is tested for loss that
/// depends on the arm. Always by segment, on the segment's own arms, so that an arm that one segment does not have raises no alarm.
/// </summary>
internal sealed class SampleRatioTable(AnalysisInput input, AnalysisTable table)
{
    private const double LargestGap = 1 + 1e-6;

    /// <summary>Whether this product drew the arms. Arms that stand in the file with the labels, or belong to other mails, were drawn by someone else.</summary>
    private bool AssignedHere =>
        input.AssignedHere && input.SentMails.Count == 0 && !(input.Source == EngagementSource.Historical && input.ArmsWereSent);

    /// <summary>The check.</summary>
    /// <exception cref="ArgumentException">A stage has more customers than were assigned.</exception>
    public SampleRatioResult Build()
    {
        var counts = new StageCounts(input.Stages, table);
        StageCheck assigned = StageCheck.Of(StageName.Assigned, [.. table.Segments.Select(Assigned)]);
        bool? exact = AssignedHere && table.Segments.Any(s => table.Assigned(s) > 0) ? table.Segments.All(IsExact) : null;
        List<StageCheck> stages =
            [.. counts.Lossy.Select(stage => StageCheck.Of(stage, [.. table.Segments.Select(segment => Lost(counts, stage, segment))]))];
        StageCheck[] tested = [.. AssignedHere ? stages : stages.Prepend(assigned)];
        StageCheck shown = exact == false ? assigned
            : tested.FirstOrDefault(s => s.Ratio.Mismatch) ?? tested.LastOrDefault(s => s.Ratio.PValue is not null) ?? assigned;
        return new()
        {
            ChiSquare = shown.Ratio.ChiSquare,
            DegreesOfFreedom = shown.Ratio.DegreesOfFreedom,
            PValue = shown.Ratio.PValue,
            Mismatch = exact == false || tested.Any(s => s.Ratio.Mismatch),
            Stage = shown.Ratio.Stage,
            AssignmentIsExact = exact,
            Stages = [.. tested.Select(s => s.Ratio)],
            Delivery = counts.Delivery(table.Treatments.Prepend(input.Control)),
            Segments = shown.Segments,
        };
    }

    private ArmShare[] Active(SegmentId segment) => [.. table.Arms(segment).Where(a => a.Weight > 0)];

    private (SegmentSampleRatio Row, Estimated<TestResult> Test) Assigned(SegmentId segment)
    {
        ArmShare[] active = Active(segment);
        long[] counts = [.. active.Select(a => table.Assigned(segment, a.Arm))];
        return (Row(segment, active, counts, [.. Expected(segment)]), SampleRatioTest.Of(counts, [.. active.Select(a => a.Weight)]));
    }

    private (SegmentSampleRatio Row, Estimated<TestResult> Test) Lost(StageCounts counts, string stage, SegmentId segment)
    {
        ArmShare[] active = Active(segment);
        Proportion[] kept = [.. active.Select(a => new Proportion(counts.Of(stage, segment, a.Arm), table.Assigned(segment, a.Arm)))];
        Proportion all = kept.Aggregate(default(Proportion), (sum, arm) => sum + arm);
        double[] expected = [.. kept.Select(a => all.Trials == 0 ? 0 : a.Trials * all.Rate)];
        return (Row(segment, active, [.. kept.Select(k => k.Successes)], expected), DifferentialLossTest.Of(kept));
    }

    private IEnumerable<double> Expected(SegmentId segment)
    {
        ArmShare[] active = Active(segment);
        double total = active.Sum(a => (double)table.Assigned(segment, a.Arm));
        double weight = active.Sum(a => a.Weight);
        return active.Select(a => total * (a.Weight / weight));
    }

    /// <summary>Whether every arm is less than one customer from its share, as the method of the largest remainder leaves it, and nobody is in an arm without one.</summary>
    private bool IsExact(SegmentId segment) =>
        Active(segment).Zip(Expected(segment)).All(x => Math.Abs(table.Assigned(segment, x.First.Arm) - x.Second) < LargestGap) &&
        table.Arms(segment).All(a => a.Weight > 0 || table.Assigned(segment, a.Arm) == 0);

    private static SegmentSampleRatio Row(SegmentId segment, ArmShare[] arms, long[] observed, double[] expected) => new(
        segment.Value,
        arms.Zip(observed).ToDictionary(x => x.First.Arm.Value, x => x.Second),
        arms.Zip(expected).ToDictionary(x => x.First.Arm.Value, x => x.Second),
        null,
        0,
        null);
}
