namespace SkOrchestrator.Statistics;

/// <summary>Fieller's set of lifts that fit the data.</summary>
/// <param name="Kind">Its shape.</param>
/// <param name="G">Squared critical value over squared t of the control mean; the set has two bounds when below 1. Null when control is 0.</param>
/// <param name="Bounds">The interval; the excluded one when <see cref="FiellerKind.UnboundedExclusive"/>; else null.</param>
internal sealed record FiellerSet(FiellerKind Kind, double? G, Bounds? Bounds);
