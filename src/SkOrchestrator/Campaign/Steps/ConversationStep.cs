using Microsoft.Extensions.Logging;
using SkOrchestrator.Agents;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Logging;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Campaign.Steps;

/// <summary>Steps 4–7: one group chat per segment, and one for control, retrieves, writes, checks and screens.</summary>
internal sealed class ConversationStep(CampaignAgents agents, IContentIndex index, TimeProvider clock, ILogger logger) : ICampaignStep
{
    public IReadOnlyList<string> Names => ["retrieve", "write", "check", "screen"];

    public async Task<StepOutcome> RunAsync(CampaignContext context, CancellationToken cancellationToken)
    {
        var summary = await index.UpdateAsync(context.Content, cancellationToken);
        Log.ContentIndexed(logger, summary.Documents, summary.Paragraphs, summary.Skipped);

        var requests = RequestsOf(context);
        var startedAt = clock.GetUtcNow();
        var progress = new ProgressRelay(p =>
        {
            if (p.Step == ConversationProgress.Done)
            {
                context.Display.Progress(p.Completed, p.Total, $"conversations, {p.Approved} messages approved, {p.Blocked} blocked, {p.Failed} failed");
            }
        });
        context.Conversations = await agents.ConverseAsync(requests, progress, cancellationToken);
        context.Variants = [.. context.Conversations.SelectMany(c => c.Variants)];
        Record(context);
        JsonLines.Write(context.Directory.Retrieval, context.Conversations.SelectMany(c => c.Retrievals).Select(RetrievalLine.Of));
        JsonLines.Write(context.Directory.Variants, context.Variants.Select(VariantLine.Of));
        foreach (var failure in context.Conversations.SelectMany(c => c.Failures))
        {
            context.IsPartial = true;
            context.Warn($"the {failure.Agent} agent failed with {failure.Error.GetType().Name}; see logs/system.log");
        }

        context.IsPartial |= context.Variants.Any(v => v.Status == VariantStatus.Failed);
        return new StepOutcome("done", string.Empty, StageReport.Of(context, startedAt));
    }

    /// <summary>Control first, because it belongs to all segments; then the segments in order.</summary>
    private static List<ConversationRequest> RequestsOf(CampaignContext context)
    {
        var arms = context.Configuration.Experiment.Arms.Where(a => context.Configuration.Experiment.Weights.GetValueOrDefault(a.Id) > 0).ToList();
        var brand = context.Configuration.Brand;
        var filters = new RetrievalFilters(DateOnly.FromDateTime(context.SendAt.UtcDateTime), [], brand.Languages, brand.Countries);
        return
        [
            ConversationRequest.ForControl(filters),
            .. context.Segments.Select(segment => ConversationRequest.ForSegment(segment, arms, filters)),
        ];
    }

    /// <summary>Every verdict goes into the audit in the order of the variants; a failing write ends the run.</summary>
    private static void Record(CampaignContext context)
    {
        var decisions = context.Conversations.SelectMany(c => c.Decisions).ToList();
        using var audit = SafetyAuditFile.Open(context.Directory.SafetyAudit, context.Manifest.RunId);
        foreach (var verdict in decisions.Select(d => d.Verdict))
        {
            audit.Append(verdict);
        }

        context.Verdicts = [.. decisions.Select(d => d.Verdict)];
        context.Approved = [.. decisions.Select(d => d.Approved).OfType<ApprovedVariant>()];
        context.Manifest = context.Manifest with { AuditHead = audit.Head };
    }
}
