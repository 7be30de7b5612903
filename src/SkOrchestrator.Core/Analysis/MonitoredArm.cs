namespace SkOrchestrator.Analysis;

/// <summary>A treatment during the experiment.</summary>
/// <param name="Arm">The treatment.</param>
/// <param name="Statistic">The z statistic of the primary metric.</param>
/// <param name="Bound">The group-sequential bound at this look; null with other methods.</param>
/// <param name="Crossed">Whether the bound is crossed, or the sequence leaves out 0.</param>
/// <param name="Sequence">The confidence sequence of the difference, valid at any time.</param>
/// <param name="AlwaysValidPValue">Its p-value.</param>
public sealed record MonitoredArm(string Arm, double? Statistic, double? Bound, bool Crossed, Interval? Sequence, double? AlwaysValidPValue);
