using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Messages;

/// <summary>One text written for a segment in a tone; one line of <c>variants.jsonl</c>.</summary>
public sealed record MessageVariant
{
    /// <summary>The variant.</summary>
    public required VariantId VariantId { get; init; }

    /// <summary>Its segment; <c>all</c> for control.</summary>
    public required SegmentId SegmentId { get; init; }

    /// <summary>The arm that sends it.</summary>
    public required ArmId Arm { get; init; }

    /// <summary>The tone asked for.</summary>
    public required string Tone { get; init; }

    /// <summary>Subject line; empty when failed.</summary>
    public required string Subject { get; init; }

    /// <summary>Preheader; empty when failed.</summary>
    public required string Preheader { get; init; }

    /// <summary>Body with citations; empty when failed.</summary>
    public required string Body { get; init; }

    /// <summary>Link of the message; null when failed.</summary>
    public CallToAction? CallToAction { get; init; }

    /// <summary>Words of the body without citations.</summary>
    public int WordCount { get; init; }

    /// <summary>Resolved citations in order of appearance.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>Legal lines of the documents used.</summary>
    public IReadOnlyList<string> LegalLines { get; init; } = [];

    /// <summary>What became of it.</summary>
    public VariantStatus Status { get; init; }

    /// <summary>Every try.</summary>
    public IReadOnlyList<DraftAttempt> Attempts { get; init; } = [];

    /// <summary>Who wrote it: <c>embedded composer</c> or the model.</summary>
    public required string Model { get; init; }

    /// <summary>The prompt function.</summary>
    public required string PromptName { get; init; }

    /// <summary>Hash of the prompt file.</summary>
    public required string PromptSha256 { get; init; }

    /// <summary>The rendered prompt of the last attempt.</summary>
    public required string Prompt { get; init; }

    /// <summary>Documents that were retrieved for it.</summary>
    public IReadOnlyList<DocumentId> RetrievedIds { get; init; } = [];

    /// <summary>What it used, all attempts together.</summary>
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    /// <summary>When it was finished, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hash of subject, preheader and body; see <c>ContentHash</c>.</summary>
    public required string ContentSha256 { get; init; }
}
