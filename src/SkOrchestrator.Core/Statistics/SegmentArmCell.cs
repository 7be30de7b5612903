namespace SkOrchestrator.Statistics;

/// <summary>One arm within one segment.</summary>
/// <param name="Segment">Index of the segment.</param>
/// <param name="Arm">Index of the arm.</param>
/// <param name="Counts">Its customers.</param>
internal readonly record struct SegmentArmCell(int Segment, int Arm, Proportion Counts);
