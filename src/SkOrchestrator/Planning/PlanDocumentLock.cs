namespace SkOrchestrator.Planning;

/// <summary>The locked plan in what <c>plan --json</c> prints.</summary>
internal sealed record PlanDocumentLock(string Path, string Status, DateTimeOffset LockedAt, DateTimeOffset EndsAt, string Sha256);
