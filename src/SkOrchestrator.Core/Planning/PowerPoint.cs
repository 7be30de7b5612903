namespace SkOrchestrator.Planning;

/// <summary>A point of a power curve.</summary>
/// <param name="LiftPercent">The true relative lift, in percent.</param>
/// <param name="Power">The chance to find it, 0 to 1; null where the lift can't be.</param>
public sealed record PowerPoint(double LiftPercent, double? Power);
