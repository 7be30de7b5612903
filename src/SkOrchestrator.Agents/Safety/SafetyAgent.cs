using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
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
        var lines = new List<string>();
        var startedAt = time.GetUtcNow();
        var screening = TimeSpan.Zero;
        foreach (var variant in Workspace.Written.ToList())
        {
            var started = time.GetTimestamp();
            var arguments = new KernelArguments { ["variant"] = variant };
            var result = await Kernel.InvokeAsync(AgentName.Safety, SafetyPlugin.ScreenVariant, arguments, cancellationToken).ConfigureAwait(false);
            var decision = result.GetValue<SafetyDecision>() ?? throw new InvalidOperationException("the safety gate gave no decision");
            screening += time.GetElapsedTime(started);
            Workspace.Decisions.Add(decision);
            lines.AddRange(await AccountAsync(variant, decision, cancellationToken).ConfigureAwait(false));
        }

        Workspace.IsScreened = true;
        Workspace.Timings.Add(new StageTiming(StageTiming.Screen, startedAt, screening));
        var passed = Workspace.Decisions.Count(d => d.Approved is not null);
        return [FormattableString.Invariant($"I screened {Workspace.Decisions.Count} messages: {passed} passed, {Workspace.Decisions.Count - passed} blocked."), .. lines];
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
