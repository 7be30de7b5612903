namespace SkOrchestrator.Planning;

/// <summary>What became of a plan that was to be locked, or which one is locked already.</summary>
/// <param name="Path">The file.</param>
/// <param name="Status"><c>locked</c> now, <c>already_locked</c> before, or <c>other_plan_locked</c>.</param>
/// <param name="Plan">The plan in the file.</param>
internal sealed record PlanLockStatus(string Path, string Status, PlanLock Plan)
{
    public const string OtherPlanLocked = "other_plan_locked";
    public const string Locked = "locked";
    public const string AlreadyLocked = "already_locked";

    /// <summary>What sets the locked plan apart from the one that is shown; null where nothing does.</summary>
    public string? Difference { get; init; }
}
