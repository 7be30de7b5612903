using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Writes the messages of the chat, one per tone.</summary>
internal sealed class WriterAgent(Kernel kernel, SegmentWorkspace workspace, TimeProvider time, Action<string> spoke)
    : PluginAgent("Writer", AgentName.Writer, "Writes one message per tone from the approved snippets", kernel, workspace, spoke)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<string>> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var arguments = new KernelArguments { ["request"] = new WriteRequest(Workspace.Request, Workspace.Snippets) };
        var result = await Kernel.InvokeAsync(AgentName.Writer, WriterPlugin.WriteVariants, arguments, cancellationToken).ConfigureAwait(false);
        var written = result.GetValue<IReadOnlyList<WrittenVariant>>() ?? [];
        Workspace.Variants = [.. written.Select(w => w.Variant)];
        Workspace.Timings.Add(new StageTiming(StageTiming.Write, startedAt, time.GetElapsedTime(started)));
        if (written.Min(w => w.CheckStartedAt) is { } checkedAt)
        {
            Workspace.Timings.Add(new StageTiming(StageTiming.Check, checkedAt, written.Aggregate(TimeSpan.Zero, (sum, w) => sum + w.CheckDuration)));
        }

        return Account(Workspace.Variants);
    }

    private static List<string> Account(IReadOnlyList<MessageVariant> variants)
    {
        var writers = string.Join(", ", variants.Select(v => v.Model).Distinct(StringComparer.Ordinal));
        var lines = new List<string> { $"I wrote {FactText.Count(variants.Count(SegmentWorkspace.IsWritten))} of {FactText.Count(variants.Count, "message")} (written by: {writers})." };
        foreach (var variant in variants)
        {
            var tries = FactText.Count(variant.Attempts.Count, "draft");
            lines.Add(SegmentWorkspace.IsWritten(variant)
                ? $"{variant.Tone}: “{variant.Subject}”, {FactText.Count(variant.WordCount, "word")}, {FactText.Count(variant.Citations.Count, "citation")}, accepted after {tries}."
                : $"{variant.Tone}: no draft was accepted after {tries}; this message is left out.");
            lines.AddRange(variant.Attempts.SelectMany((attempt, i) => attempt.Problems.Select(p =>
                FormattableString.Invariant($"{variant.Tone}, draft {i + 1}, {attempt.Outcome}: {p.Rule}, {p.Message}"))));
        }

        return lines;
    }
}
