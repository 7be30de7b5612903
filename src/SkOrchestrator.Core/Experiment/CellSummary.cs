using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Everything statistics need to know of one metric in one arm of one segment. Cells of partitions merge.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Count">Assigned customers.</param>
/// <param name="Sum">Sum of the values; the successes of a rate.</param>
/// <param name="SquaredDeviations">Sum of the squared deviations from the mean of the cell; centred, so that a large offset costs no digits.</param>
public sealed record CellSummary(SegmentId SegmentId, ArmId Arm, string Metric, long Count, double Sum, double SquaredDeviations)
{
    /// <summary>The cell of a rate.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="arm">The arm.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="successes">Customers with the event.</param>
    /// <param name="trials">Assigned customers.</param>
    public static CellSummary Rate(SegmentId segment, ArmId arm, string metric, long successes, long trials) =>
        new(segment, arm, metric, trials, successes, trials == 0 ? 0 : successes * ((double)(trials - successes) / trials));

    /// <summary>The summary of both cells' customers (Chan, Golub and LeVeque 1979); the other cell's names are not looked at.</summary>
    /// <param name="other">A cell of other customers.</param>
    public CellSummary Merge(CellSummary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Count == 0 || other.Count == 0)
        {
            return this with { Count = Count + other.Count, Sum = Sum + other.Sum, SquaredDeviations = SquaredDeviations + other.SquaredDeviations };
        }

        double gap = (other.Sum / other.Count) - (Sum / Count);
        double weight = Count * ((double)other.Count / ((double)Count + other.Count));
        return this with
        {
            Count = Count + other.Count,
            Sum = Sum + other.Sum,
            SquaredDeviations = SquaredDeviations + other.SquaredDeviations + (gap * gap * weight),
        };
    }
}
