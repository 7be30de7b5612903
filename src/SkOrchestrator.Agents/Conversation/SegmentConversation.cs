using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Safety;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>What came out of one group chat.</summary>
public sealed record SegmentConversation
{
    /// <summary>The segment; <c>all</c> for control.</summary>
    public required SegmentId SegmentId { get; init; }

    /// <summary>The segment; null for control.</summary>
    public Segment? Segment { get; init; }

    /// <summary>Every query with what it returned.</summary>
    public IReadOnlyList<RetrievalResult> Retrievals { get; init; } = [];

    /// <summary>One variant per arm asked for, in that order, with its final status.</summary>
    public required IReadOnlyList<MessageVariant> Variants { get; init; }

    /// <summary>Decisions of the safety gate in the order of the variants; failed variants have none.</summary>
    public IReadOnlyList<SafetyDecision> Decisions { get; init; } = [];

    /// <summary>When each stage ran and for how long; a stage that was not reached is missing.</summary>
    public IReadOnlyList<StageTiming> Timings { get; init; } = [];

    /// <summary>What was said.</summary>
    public IReadOnlyList<TranscriptEntry> Transcript { get; init; } = [];

    /// <summary>Agents that failed; empty when all went well.</summary>
    public IReadOnlyList<AgentFailure> Failures { get; init; } = [];
}
