namespace SkOrchestrator.Planning;

/// <summary>How results may be read before the end.</summary>
/// <param name="Method"><c>none</c>, <c>group_sequential</c> or <c>confidence_sequence</c>.</param>
/// <param name="Looks">Planned looks, the last one included.</param>
public sealed record PlanMonitoring(string Method, int Looks);
