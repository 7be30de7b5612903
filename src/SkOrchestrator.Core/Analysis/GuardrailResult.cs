namespace SkOrchestrator.Analysis;

/// <summary>A metric that must not get worse.</summary>
public sealed record GuardrailResult(string Metric, string Arm, double? Estimate, double? CiHigh, double Margin, bool Passed);
