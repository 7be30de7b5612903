using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>A segment of a past mail, and the arms that the planned design would give it.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Successes">Customers with the event of the primary metric.</param>
/// <param name="Sizes">Customers by arm, control first.</param>
public sealed record BacktestSegment(SegmentId SegmentId, long Successes, IReadOnlyList<long> Sizes)
{
    /// <summary>Customers of the segment.</summary>
    public long Customers => Sizes.Sum();

    /// <summary>The rate of the past mail.</summary>
    internal double Rate => (double)Successes / Customers;
}
