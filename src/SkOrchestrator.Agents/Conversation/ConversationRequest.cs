using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>Asks for the messages of one segment, or for the control message.</summary>
public sealed record ConversationRequest
{
    private ConversationRequest(Segment? segment, IReadOnlyList<TreatmentArm> arms, RetrievalFilters filters) =>
        (Segment, Arms, Filters) = (segment, arms, filters);

    /// <summary>The segment; null for control.</summary>
    public Segment? Segment { get; }

    /// <summary>The arms that need a message, one tone each.</summary>
    public IReadOnlyList<TreatmentArm> Arms { get; }

    /// <summary>What content must satisfy; its day is the day of sending.</summary>
    public RetrievalFilters Filters { get; }

    /// <summary>The segment's id; <c>all</c> for control.</summary>
    public SegmentId SegmentId => Segment?.SegmentId ?? SegmentId.All;

    /// <summary>The segment's label; words for everyone for control.</summary>
    public string Label => Segment?.Label ?? "Everyone";

    /// <summary>The messages of a segment: one per treatment arm, from content for audiences that all its customers fit.</summary>
    public static ConversationRequest ForSegment(Segment segment, IReadOnlyList<TreatmentArm> arms, RetrievalFilters filters)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return new ConversationRequest(segment, arms, filters with { Audiences = segment.Audiences });
    }

    /// <summary>The control message: neutral, from general content for everyone.</summary>
    public static ConversationRequest ForControl(RetrievalFilters filters) =>
        new(null, [new TreatmentArm(ArmId.Control, ControlTone)], filters with { Audiences = [], Category = GeneralCategory });

    /// <summary>The tone of the control message.</summary>
    public const string ControlTone = "neutral";

    /// <summary>The category of content that the control message is made from.</summary>
    public const string GeneralCategory = "general";
}
