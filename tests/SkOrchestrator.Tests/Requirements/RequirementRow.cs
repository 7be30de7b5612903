namespace SkOrchestrator.Tests.Requirements;

/// <summary>A criterion, and why it has no test where it has none.</summary>
internal sealed record RequirementRow(string Id, string Criterion, string? NoTestBecause = null);
