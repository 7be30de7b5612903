namespace SkOrchestrator.Planning;

/// <summary>What became of a plan that was to be locked.</summary>
/// <param name="Path">The file.</param>
/// <param name="Status"><c>locked</c> now, or <c>already_locked</c> before.</param>
/// <param name="Plan">The plan in the file.</param>
internal sealed record PlanLockStatus(string Path, string Status, PlanLock Plan)
{
    public const string Locked = "locked";
    public const string AlreadyLocked = "already_locked";
}
