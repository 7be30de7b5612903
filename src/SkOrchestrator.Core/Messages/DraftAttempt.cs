namespace SkOrchestrator.Messages;

/// <summary>One try at a variant.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Outcome"><c>accepted</c>, <c>rejected</c> (problems), <c>unreadable</c> or <c>error</c>.</param>
/// <param name="Problems">What the checks found.</param>
public sealed record DraftAttempt(DateTimeOffset At, string Outcome, IReadOnlyList<DraftProblem> Problems);
