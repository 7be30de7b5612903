using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Assignment;

internal static class Designs
{
    private static readonly string[] Tones = ["urgent", "informational", "friendly", "playful"];

    public static SegmentArms Segment(string id, params double[] weights) => new(new SegmentId(id), [.. weights.Select((weight, index) => index == 0
        ? new ArmShare(ArmId.Control, VariantId.Control, weight)
        : new ArmShare(ArmId.Treatment(index), VariantId.Of(new SegmentId(id), Tones[index - 1]), weight))]);

    public static ExperimentDesign Of(params SegmentArms[] segments) => new(segments, []);
}
