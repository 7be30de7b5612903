namespace SkOrchestrator.Planning;

/// <summary>The comparisons that are corrected together: each treatment with control on the primary metric, over all segments.</summary>
/// <param name="Treatments">The treatments.</param>
/// <param name="Size">Their number.</param>
public sealed record PlanFamily(IReadOnlyList<string> Treatments, int Size);
