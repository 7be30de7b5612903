namespace SkOrchestrator.Safety;

/// <summary>What the verification of an audit found.</summary>
/// <param name="IsIntact">Whether nothing was changed, inserted, deleted, reordered or cut off.</param>
/// <param name="Rows">Rows up to the first fault.</param>
/// <param name="FirstBadLine">The first faulty line, counted from 1; null when intact or when the file as a whole is at fault.</param>
/// <param name="Message">The result in a sentence.</param>
/// <param name="Head">The head, when intact.</param>
public sealed record AuditVerification(bool IsIntact, long Rows, long? FirstBadLine, string Message, AuditHead? Head = null);
