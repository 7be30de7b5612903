using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Experiment;

/// <summary>Decides which arms a segment has and how its customers are shared out among them.</summary>
public static class ExperimentPlanner
{
    /// <summary>
    /// Gives each segment control and every treatment with an approved variant. The share of a missing arm goes to the remaining arms
    /// in equal parts. Without an approved control no segment takes part; without an approved treatment a segment doesn't.
    /// </summary>
    /// <param name="segments">All segments.</param>
    /// <param name="approved">What the safety gate let pass.</param>
    /// <param name="options">Arms and weights; an arm with weight 0 is left out.</param>
    public static ExperimentDesign Plan(
        IReadOnlyList<SegmentId> segments, IReadOnlyList<ApprovedVariant> approved, ExperimentOptions options)
    {
        var variants = approved.ToDictionary(a => (a.Variant.SegmentId, a.Variant.Arm), a => a.Variant.VariantId);
        var planned = new List<SegmentArms>();
        var leftOut = new List<SegmentId>();
        foreach (var segment in segments)
        {
            var arms = ArmsOf(segment, variants, options);
            if (arms is null)
            {
                leftOut.Add(segment);
            }
            else
            {
                planned.Add(new SegmentArms(segment, arms));
            }
        }

        return new ExperimentDesign(planned, leftOut);
    }

    private static List<ArmShare>? ArmsOf(
        SegmentId segment, Dictionary<(SegmentId, ArmId), VariantId> variants, ExperimentOptions options)
    {
        var wanted = options.Arms.Select(a => a.Id).Prepend(ArmId.Control)
            .Where(arm => options.Weights.GetValueOrDefault(arm) > 0)
            .ToList();
        var present = wanted.Where(arm => variants.ContainsKey((OwnerOf(arm, segment), arm))).ToList();
        if (!present.Contains(ArmId.Control) || present.Count < 2)
        {
            return null;
        }

        var total = wanted.Sum(arm => options.Weights[arm]);
        var lost = wanted.Except(present).Sum(arm => options.Weights[arm]) / total / present.Count;
        return [.. present.Select(arm => new ArmShare(arm, variants[(OwnerOf(arm, segment), arm)], (options.Weights[arm] / total) + lost))];
    }

    private static SegmentId OwnerOf(ArmId arm, SegmentId segment) => arm.IsControl ? SegmentId.All : segment;
}
