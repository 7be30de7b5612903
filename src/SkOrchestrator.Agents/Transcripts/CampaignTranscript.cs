using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Transcripts;

/// <summary>What the agents of a campaign said.</summary>
public sealed record CampaignTranscript
{
    /// <summary>The segments, as the segmentation agent described them.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>The group chats, control's included.</summary>
    public required IReadOnlyList<SegmentConversation> Conversations { get; init; }

    /// <summary>What the experiment agent said; null when there was no analysis.</summary>
    public string? Narration { get; init; }

    /// <summary>Who answered the prompts: <c>embedded composer</c> or the model.</summary>
    public required string Writer { get; init; }

    /// <summary>A line that stands at the top of every file, such as the source of engagement.</summary>
    public string? Notice { get; init; }
}
