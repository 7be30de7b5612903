using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Runs;

/// <summary>One line of <c>variants.jsonl</c>; the order of the fields is the order in the file.</summary>
internal sealed record VariantLine(
    VariantId VariantId,
    SegmentId SegmentId,
    ArmId Arm,
    string Tone,
    string Subject,
    string Preheader,
    string Body,
    CallToAction? CallToAction,
    int WordCount,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<string> LegalLines,
    VariantStatus Status,
    IReadOnlyList<DraftAttempt> Attempts,
    string Model,
    string PromptName,
    string PromptSha256,
    string Prompt,
    IReadOnlyList<DocumentId> RetrievedIds,
    ModelUsage Usage,
    DateTimeOffset CreatedAt,
    string ContentSha256)
{
    public static VariantLine Of(MessageVariant variant) => new(
        variant.VariantId,
        variant.SegmentId,
        variant.Arm,
        variant.Tone,
        variant.Subject,
        variant.Preheader,
        variant.Body,
        variant.CallToAction,
        variant.WordCount,
        variant.Citations,
        variant.LegalLines,
        variant.Status,
        variant.Attempts,
        variant.Model,
        variant.PromptName,
        variant.PromptSha256,
        variant.Prompt,
        variant.RetrievedIds,
        variant.Usage,
        variant.CreatedAt,
        variant.ContentSha256);
}
