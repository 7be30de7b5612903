namespace SkOrchestrator.Safety;

/// <summary>Length and last hash of an audit, kept in the run's manifest so that a cut-off tail shows.</summary>
/// <param name="Rows">Rows without the header.</param>
/// <param name="Hash">Hash of the last row; 64 zeros when there is none.</param>
public sealed record AuditHead(long Rows, string Hash);
