using SkOrchestrator.Data.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Planning;

/// <summary>Who would take part in a run, and what is known of them.</summary>
/// <param name="Funnel">Where the customers of the file go.</param>
/// <param name="Segments">The segments.</param>
/// <param name="Counts">Customers by segment and arm.</param>
/// <param name="Baselines">What is known of each metric.</param>
/// <param name="Labels">Outcomes of a past mail by segment, arm and metric; empty without label columns.</param>
internal sealed record Audience(
    Funnel Funnel,
    IReadOnlyList<Segment> Segments,
    IReadOnlyList<AssignmentCount> Counts,
    IReadOnlyDictionary<string, MetricBaseline> Baselines,
    IReadOnlyList<CellSummary> Labels)
{
    /// <summary>Customers in control.</summary>
    public long Control => SizeOf(ArmId.Control);

    /// <summary>Customers in the smallest treatment.</summary>
    public long SmallestTreatment => Counts.Select(c => c.Arm).Where(a => !a.IsControl).Distinct().Select(SizeOf).DefaultIfEmpty(0).Min();

    /// <summary>Customers in the smallest arm.</summary>
    public long SmallestArm => Math.Min(Control, SmallestTreatment);

    public long SizeOf(ArmId arm) => Counts.Where(c => c.Arm == arm).Sum(c => c.Count);

    public long SizeOf(SegmentId segment, ArmId arm) => Counts.Where(c => c.SegmentId == segment && c.Arm == arm).Sum(c => c.Count);
}
