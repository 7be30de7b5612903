namespace SkOrchestrator.Safety;

/// <summary>What the gate decided about one variant.</summary>
/// <param name="Verdict">The verdict; always present and always goes into the audit.</param>
/// <param name="Approved">The variant that may be assigned to customers; null when it was blocked.</param>
public sealed record SafetyDecision(SafetyVerdict Verdict, ApprovedVariant? Approved);
