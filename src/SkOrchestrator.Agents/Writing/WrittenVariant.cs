using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Writing;

/// <summary>A variant after writing, not screened yet.</summary>
/// <param name="Variant">The variant; its last attempt says whether there is an accepted draft.</param>
/// <param name="CheckStartedAt">When the first draft was checked; null when there was none.</param>
/// <param name="CheckDuration">Time in checks, all drafts together.</param>
internal sealed record WrittenVariant(MessageVariant Variant, DateTimeOffset? CheckStartedAt, TimeSpan CheckDuration);
