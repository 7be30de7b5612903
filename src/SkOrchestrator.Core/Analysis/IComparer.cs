using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Compares treatments with control on one kind of metric.</summary>
internal interface IComparer
{
    /// <summary>Treatments taken together, in one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="label">The arm that the comparison is named after.</param>
    /// <param name="treatments">The arms behind it.</param>
    /// <param name="metric">The metric.</param>
    Comparison InSegment(SegmentId segment, ArmId label, IReadOnlyCollection<ArmId> treatments, string metric);

    /// <summary>Treatments taken together, stratified over segments; segments with an empty arm are left out.</summary>
    /// <param name="label">The arm that the comparison is named after.</param>
    /// <param name="treatments">The arms behind it.</param>
    /// <param name="segments">The segments that plan one of them.</param>
    /// <param name="metric">The metric.</param>
    Comparison Stratified(ArmId label, IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric);

    /// <summary>The segments among those given that say something about the treatments: both arms have enough customers.</summary>
    IReadOnlyList<SegmentId> Informative(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric);

    /// <summary>The difference alone, over informative segments, at another level; null where it can't be estimated.</summary>
    Interval? Difference(IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> informative, string metric, double confidence);
}
