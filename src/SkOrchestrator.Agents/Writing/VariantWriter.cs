using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Segmentation;
using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Writes one variant: draft, check, and again with the problems, until a draft is accepted or the attempts are used up.</summary>
internal sealed class VariantWriter(PromptCaller prompts, PromptLibrary library, VariantBuilder builder, AgentsOptions options, TimeProvider time)
{
    public async Task<WrittenVariant> WriteAsync(Kernel kernel, WriteRequest request, TreatmentArm arm, CancellationToken cancellationToken)
    {
        var attempts = new List<DraftAttempt>();
        var bare = builder.Failed(request, arm, attempts);
        var context = new DraftContext(request.Snippets, options.Brand);
        var usage = ModelUsage.None;
        DateTimeOffset? checkedAt = null;
        var checking = TimeSpan.Zero;
        MessageDraft? accepted = null;
        var final = false;
        while (accepted is null && !final && attempts.Count < options.MaxAttempts)
        {
            var call = Call(request, arm, bare, attempts);
            var outcome = await prompts.CallAsync(kernel, call, cancellationToken).ConfigureAwait(false);
            usage += outcome.Usage;
            bare = bare with { Prompt = outcome.Prompt, Model = outcome.Model ?? bare.Model };
            checkedAt ??= time.GetUtcNow();
            var started = time.GetTimestamp();
            var (draft, attempt) = Judge(outcome, context);
            checking += time.GetElapsedTime(started);
            attempts.Add(attempt);
            accepted = draft;
            final = outcome.Failure?.Kind == PromptFailureKind.ContentFilter;
        }

        var done = bare with { Attempts = [.. attempts], Usage = usage, CreatedAt = time.GetUtcNow() };
        return new WrittenVariant(accepted is null ? done : builder.Accepted(done, accepted, request.Snippets), checkedAt, checking);
    }

    private (MessageDraft? Draft, DraftAttempt Attempt) Judge(PromptOutcome outcome, DraftContext context)
    {
        if (outcome.Failure is { } failure)
        {
            return (null, new DraftAttempt(time.GetUtcNow(), AttemptOutcome.Error, [ModelProblem.Of(failure)]));
        }

        if (!DraftReader.TryRead(outcome.Text ?? string.Empty, out var draft, out var unreadable) || draft is null)
        {
            return (null, new DraftAttempt(time.GetUtcNow(), AttemptOutcome.Unreadable, unreadable is null ? [] : [unreadable]));
        }

        var problems = DraftChecker.Check(draft, context);
        return problems.Any(p => p.Severity == ProblemSeverity.Error)
            ? (null, new DraftAttempt(time.GetUtcNow(), AttemptOutcome.Rejected, problems))
            : (draft, new DraftAttempt(time.GetUtcNow(), AttemptOutcome.Accepted, problems));
    }

    private PromptCall Call(WriteRequest request, TreatmentArm arm, MessageVariant variant, List<DraftAttempt> attempts)
    {
        var conversation = request.Conversation;
        IReadOnlyList<DraftProblem> problems = attempts is [.., var last] ? last.Problems : [];
        var variables = new Dictionary<string, string>
        {
            ["brand_name"] = options.Brand.Name,
            ["segment_label"] = conversation.Label,
            ["segment_description"] = conversation.Segment?.Description ?? string.Empty,
            ["segment_features"] = conversation.Segment is { } segment ? SegmentFacts.Of(segment).Features : string.Empty,
            ["snippets"] = SnippetText.Blocks(request.Snippets),
            ["tone"] = arm.Tone,
            ["language"] = options.Language,
            ["send_on"] = FormattableString.Invariant($"{conversation.Filters.AsOf:yyyy-MM-dd}"),
            ["problems"] = string.Join('\n', problems.Select(p => $"{p.Rule}: {p.Message} Fix: {p.Fix}")),
            ["banned_phrases"] = string.Join(", ", options.Brand.BannedPhrases),
        };
        var arguments = new WriteMessageArguments
        {
            Segment = conversation.Segment,
            Tone = arm.Tone,
            Snippets = request.Snippets,
            Brand = options.Brand,
            Phrases = library.Phrases,
            SendOn = conversation.Filters.AsOf,
            Seed = options.Seed,
            Attempt = attempts.Count + 1,
            Problems = problems,
        };
        return new PromptCall(AgentName.Writer, PromptContract.WritePrefix + arm.Tone, TaskName.WriteMessage, arguments, variables, variant.VariantId.Value);
    }
}
