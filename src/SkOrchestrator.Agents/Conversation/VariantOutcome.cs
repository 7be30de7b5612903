using SkOrchestrator.Agents.Writing;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>Gives every variant of a chat its final status. Without a verdict of the gate that allows it, a message is failed and its text is dropped.</summary>
internal sealed class VariantOutcome(VariantBuilder builder, TimeProvider time)
{
    public IReadOnlyList<MessageVariant> Settle(SegmentWorkspace workspace)
    {
        if (workspace.Variants is null)
        {
            var problem = Reason(workspace);
            var request = new WriteRequest(workspace.Request, workspace.Snippets);
            return [.. workspace.Request.Arms.Select(arm => builder.Unwritten(request, arm, problem))];
        }

        var decisions = workspace.Decisions.ToDictionary(d => d.Verdict.VariantId);
        return
        [
            .. workspace.Variants.Select(variant =>
                !SegmentWorkspace.IsWritten(variant) ? variant
                : !decisions.TryGetValue(variant.VariantId, out var decision) ? Unscreened(variant)
                : decision.Approved?.Variant ?? variant with { Status = VariantStatus.Blocked }),
        ];
    }

    private static DraftProblem Reason(SegmentWorkspace workspace) => workspace.Failures is [var failure, ..]
        ? new DraftProblem("AGENT-FAILED", ProblemSeverity.Error, $"The {failure.Agent} agent failed with {failure.Error.GetType().Name}.", "see system.log, mend the cause and resume the run")
        : new DraftProblem("NO-CONTENT", ProblemSeverity.Error, "There is no approved content for this segment.", "approve content for its audience, or general content");

    private MessageVariant Unscreened(MessageVariant variant)
    {
        var problem = new DraftProblem("NOT-SCREENED", ProblemSeverity.Error, "The safety agent gave no verdict.", "see system.log, mend the cause and resume the run");
        var last = variant.Attempts[^1];
        return variant with
        {
            Subject = string.Empty,
            Preheader = string.Empty,
            Body = string.Empty,
            CallToAction = null,
            WordCount = 0,
            Citations = [],
            LegalLines = [],
            Status = VariantStatus.Failed,
            Attempts = [.. variant.Attempts.SkipLast(1), last with { At = time.GetUtcNow(), Outcome = AttemptOutcome.Error, Problems = [.. last.Problems, problem] }],
            ContentSha256 = ContentHash.Of(string.Empty, string.Empty, string.Empty),
        };
    }
}
