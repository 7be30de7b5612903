using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>The design as it will be when every message is approved: what can be known before any message is written.</summary>
public static class PlannedDesign
{
    /// <summary>Every segment with control and all treatments of a weight above 0.</summary>
    /// <param name="segments">All segments.</param>
    /// <param name="options">Arms and weights.</param>
    public static ExperimentDesign Of(IEnumerable<SegmentId> segments, ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var treatments = Treatments(options);
        var total = options.Weights.GetValueOrDefault(ArmId.Control) + treatments.Sum(t => options.Weights[t.Id]);
        return new ExperimentDesign([.. segments.Select(s => new SegmentArms(s, [
            new ArmShare(ArmId.Control, VariantId.Control, options.Weights.GetValueOrDefault(ArmId.Control) / total),
            .. treatments.Select(t => new ArmShare(t.Id, VariantId.Of(s, t.Tone), options.Weights[t.Id] / total)),
        ]))], []);
    }

    /// <summary>The treatments that take part, in the order of the configuration.</summary>
    /// <param name="options">Arms and weights.</param>
    public static IReadOnlyList<TreatmentArm> Treatments(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.Arms.Where(a => options.Weights.GetValueOrDefault(a.Id) > 0)];
    }
}
