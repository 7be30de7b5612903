using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>Counts what is done in all conversations and reports it.</summary>
internal sealed class ProgressBoard(IProgress<ConversationProgress>? progress, int total)
{
    private readonly Lock _gate = new();
    private int _completed;
    private (int Approved, int Blocked, int Failed) _sum;

    public void Spoke(SegmentId segment, string agent) => Report(segment, agent);

    /// <summary>Counts a conversation and returns its own numbers.</summary>
    public (int Approved, int Blocked, int Failed) Ended(SegmentConversation conversation)
    {
        int Count(VariantStatus status) => conversation.Variants.Count(v => v.Status == status);
        var own = (Approved: Count(VariantStatus.Approved), Blocked: Count(VariantStatus.Blocked), Failed: Count(VariantStatus.Failed));
        lock (_gate)
        {
            _completed++;
            _sum = (_sum.Approved + own.Approved, _sum.Blocked + own.Blocked, _sum.Failed + own.Failed);
        }

        Report(conversation.SegmentId, ConversationProgress.Done);
        return own;
    }

    private void Report(SegmentId segment, string step)
    {
        lock (_gate)
        {
            progress?.Report(new ConversationProgress(segment, step, _completed, total, _sum.Approved, _sum.Blocked, _sum.Failed));
        }
    }
}
