using SkOrchestrator.Identity;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>How far the conversations are.</summary>
/// <param name="SegmentId">The segment that something happened in.</param>
/// <param name="Step">The agent that just spoke, or <c>done</c>.</param>
/// <param name="Completed">Conversations that are over.</param>
/// <param name="Total">Conversations asked for.</param>
/// <param name="Approved">Variants approved so far, in all conversations that are over.</param>
/// <param name="Blocked">Variants blocked so far.</param>
/// <param name="Failed">Variants failed so far.</param>
public sealed record ConversationProgress(SegmentId SegmentId, string Step, int Completed, int Total, int Approved, int Blocked, int Failed)
{
    /// <summary>The step that ends a conversation.</summary>
    public const string Done = "done";
}
