using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Makes the record of a variant; its status stays <see cref="VariantStatus.Failed"/> until the safety gate has let it pass.</summary>
internal sealed class VariantBuilder(PromptLibrary library, AgentsOptions options, string defaultModel, TimeProvider time)
{
    /// <summary>A variant without an accepted draft.</summary>
    public MessageVariant Failed(
        WriteRequest request, TreatmentArm arm, IReadOnlyList<DraftAttempt> attempts, string prompt = "", string? model = null, ModelUsage? usage = null)
    {
        var file = library.Get(AgentName.Writer, PromptContract.WritePrefix + arm.Tone);
        var conversation = request.Conversation;
        return new MessageVariant
        {
            VariantId = conversation.Segment is { } segment ? VariantId.Of(segment.SegmentId, arm.Tone) : VariantId.Control,
            SegmentId = conversation.SegmentId,
            Arm = arm.Id,
            Tone = arm.Tone,
            Subject = string.Empty,
            Preheader = string.Empty,
            Body = string.Empty,
            Attempts = attempts,
            Model = model ?? defaultModel,
            PromptName = file.Name,
            PromptSha256 = file.Sha256,
            Prompt = prompt,
            RetrievedIds = [.. request.Snippets.Select(s => s.DocumentId).Distinct()],
            Usage = usage ?? ModelUsage.None,
            CreatedAt = time.GetUtcNow(),
            ContentSha256 = ContentHash.Of(string.Empty, string.Empty, string.Empty),
        };
    }

    /// <summary>A variant that could not be written at all, with the reason as its only attempt.</summary>
    public MessageVariant Unwritten(WriteRequest request, TreatmentArm arm, DraftProblem problem) =>
        Failed(request, arm, [new DraftAttempt(time.GetUtcNow(), AttemptOutcome.Error, [problem])]);

    /// <summary>A variant with an accepted draft; its citations are written exactly as the sections they point to.</summary>
    public MessageVariant Accepted(MessageVariant bare, MessageDraft accepted, IReadOnlyList<Snippet> snippets)
    {
        var draft = CitationResolver.Canonicalise(accepted, snippets);
        var citations = CitationResolver.Resolve(draft, snippets);
        HashSet<DocumentId> cited = [.. citations.Select(c => c.DocumentId)];
        return bare with
        {
            Subject = draft.Subject,
            Preheader = draft.Preheader,
            Body = draft.Body,
            CallToAction = MessageLink.Choose(draft.CallToAction, citations, snippets, options.Brand),
            WordCount = WordCount.Of(draft.Body),
            Citations = citations,
            LegalLines = [.. snippets.Where(s => cited.Contains(s.DocumentId)).Select(s => s.LegalText).OfType<string>().Distinct(StringComparer.Ordinal)],
            ContentSha256 = ContentHash.Of(draft.Subject, draft.Preheader, draft.Body),
        };
    }
}
