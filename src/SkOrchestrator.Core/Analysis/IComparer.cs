using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Compares treatments with control on one kind of metric.</summary>
internal interface IComparer
{
    /// <summary>One treatment in one segment.</summary>
    Comparison InSegment(SegmentId segment, ArmId treatment, string metric);

    /// <summary>Treatments taken together, stratified over segments; segments with an empty arm are left out.</summary>
    /// <param name="label">The arm that the comparison is named after.</param>
    /// <param name="treatments">The arms behind it.</param>
    /// <param name="segments">The segments that plan one of them.</param>
    /// <param name="metric">The metric.</param>
    Comparison Stratified(ArmId label, IReadOnlyCollection<ArmId> treatments, IReadOnlyList<SegmentId> segments, string metric);
}
