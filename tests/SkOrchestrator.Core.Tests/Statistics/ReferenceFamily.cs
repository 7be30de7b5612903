namespace SkOrchestrator.Statistics;

/// <summary>What is computed of a family of reference cases, and which of its outputs are not.</summary>
internal sealed record ReferenceFamily(IReadOnlyDictionary<string, Func<ReferenceCase, object?>> Outputs, IReadOnlyCollection<string> NotYet);
