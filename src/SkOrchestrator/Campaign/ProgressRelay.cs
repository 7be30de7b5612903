using SkOrchestrator.Agents.Conversation;

namespace SkOrchestrator.Campaign;

/// <summary>Hands progress on at once and in order; <see cref="Progress{T}"/> would post it to other threads.</summary>
internal sealed class ProgressRelay(Action<ConversationProgress> show) : IProgress<ConversationProgress>
{
    private readonly Lock _gate = new();

    public void Report(ConversationProgress value)
    {
        lock (_gate)
        {
            show(value);
        }
    }
}
