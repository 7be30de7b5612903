using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;
using SkOrchestrator.Agents.Facts;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>
/// Names the next speaker by the state of the workspace and says why: content first, then the writer, then safety. The framework ends a chat without an error when
/// the same agent is picked twice, a stranger is picked or the turns run out; this manager throws instead.
/// </summary>
internal sealed class CampaignChatManager : GroupChatManager
{
    private readonly SegmentWorkspace _workspace;
    private readonly AIAgent _retrieval;
    private readonly AIAgent _writer;
    private readonly AIAgent _safety;
    private AIAgent? _last;

    public CampaignChatManager(SegmentWorkspace workspace, IReadOnlyList<AIAgent> participants)
    {
        if (participants is not [var first, var second, var third])
        {
            throw new ArgumentException("a campaign chat has three participants: retrieval, writer, safety", nameof(participants));
        }

        (_workspace, _retrieval, _writer, _safety) = (workspace, first, second, third);
        MaximumIterationCount = participants.Count;
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default)
    {
        var (speaker, reason) = Next();
        if (speaker is null)
        {
            _workspace.Reason = reason;
            return new(true);
        }

        return IterationCount < MaximumIterationCount ? new(false)
            : throw new InvalidOperationException($"the chat is not finished after {IterationCount} turns; next would be {speaker.Name}");
    }

    /// <inheritdoc/>
    protected override ValueTask<AIAgent> SelectNextAgentAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default)
    {
        var (speaker, reason) = Next();
        if (speaker is null || speaker == _last)
        {
            throw new InvalidOperationException($"{_last?.Name} spoke without finishing its part");
        }

        _workspace.Reason = reason;
        _last = speaker;
        return new(speaker);
    }

    private (AIAgent? Speaker, string Reason) Next()
    {
        if (_workspace.Retrievals is null)
        {
            return (_retrieval, "Every message rests on approved content, so the retrieval agent starts.");
        }

        if (_workspace.Variants is null)
        {
            return _workspace.Snippets.Count == 0
                ? (null, "There is no approved content to write from, so the writer is skipped and nothing is sent.")
                : (_writer, $"The writer can draft now: {FactText.Count(_workspace.Snippets.Count, "approved snippet")} at hand.");
        }

        if (!_workspace.IsScreened)
        {
            var written = _workspace.Written.Count();
            return written == 0
                ? (null, "No draft passed the checks, so there is nothing to screen and nothing is sent.")
                : (_safety, $"{FactText.Count(written)} of {FactText.Count(_workspace.Variants.Count, "message")} passed the checks; nothing goes out before safety has screened it.");
        }

        return (null, "Every written message has its verdict, so the chat is over.");
    }
}
