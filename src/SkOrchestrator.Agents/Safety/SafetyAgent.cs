using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Agents.Safety;

/// <summary>Screens every written message of the chat, one after the other; what is blocked stays blocked and the next one is screened.</summary>
internal sealed class SafetyAgent(Kernel kernel, SegmentWorkspace workspace, SafetyAdviser? adviser, TimeProvider time, Action<string> spoke)
    : PluginAgent("Safety agent", AgentName.Safety, "Screens every message; its gate decides", kernel, workspace, spoke)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<string>> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var written = Workspace.Written.ToList();
        foreach (var variant in written)
        {
            Workspace.Decisions.Add(await ScreenAsync(variant, cancellationToken).ConfigureAwait(false));
        }

        Workspace.IsScreened = true;
        Workspace.Timings.Add(new StageTiming(StageTiming.Screen, startedAt, time.GetElapsedTime(started)));
        var passed = Workspace.Decisions.Count(d => d.Approved is not null);
        var blocked = FactText.Count(Workspace.Decisions.Count - passed);
        var lines = new List<string> { $"I screened {FactText.Count(written.Count, "message")}: {FactText.Count(passed)} passed, {blocked} blocked." };
        foreach (var (variant, decision) in written.Zip(Workspace.Decisions))
        {
            lines.AddRange(await AccountAsync(variant, decision, cancellationToken).ConfigureAwait(false));
        }

        return lines;
    }

    private async Task<SafetyDecision> ScreenAsync(MessageVariant variant, CancellationToken cancellationToken)
    {
        var scoped = new CallContext { SegmentId = variant.SegmentId.Value, VariantId = variant.VariantId.Value }.Apply(Kernel);
        var arguments = new KernelArguments { ["variant"] = variant };
        var result = await scoped.InvokeAsync(AgentName.Safety, SafetyPlugin.ScreenVariant, arguments, cancellationToken).ConfigureAwait(false);
        return result.GetValue<SafetyDecision>() ?? throw new InvalidOperationException("the safety gate gave no decision");
    }

    private async Task<IReadOnlyList<string>> AccountAsync(MessageVariant variant, SafetyDecision decision, CancellationToken cancellationToken)
    {
        var verdict = decision.Verdict;
        var review = verdict.NeedsReview ? " A person should look at it." : string.Empty;
        var lines = new List<string>
        {
            verdict.IsAllowed
                ? $"{variant.VariantId}: passed, screened by {verdict.Screen}.{review}"
                : $"{variant.VariantId}: blocked for {verdict.Category}: {verdict.Reason}. This is final; it is not written again.",
        };
        if (adviser is null)
        {
            return lines;
        }

        var explanation = await adviser.ExplainAsync(Kernel, verdict, cancellationToken).ConfigureAwait(false);
        var opinion = await adviser.GiveOpinionAsync(Kernel, variant, verdict, cancellationToken).ConfigureAwait(false);
        lines.AddRange(explanation is null ? [] : [$"{variant.VariantId}, explained: {explanation}"]);
        lines.AddRange(opinion is null ? [] : [$"{variant.VariantId}, second opinion (advisory): {opinion}"]);
        return lines;
    }
}
