using System.ComponentModel;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;

namespace SkOrchestrator.Agents.Writing;

/// <summary>The writer's functions.</summary>
internal sealed class WriterPlugin(VariantWriter writer, AgentsOptions options, AgentLoggers loggers)
{
    public const string WriteVariants = "write_variants";

    /// <summary>Writes one variant per arm, in the order of the arms. A variant that can't be written is returned as failed; it never stops the others.</summary>
    [KernelFunction(WriteVariants)]
    [Description("Writes one message per arm and tone from the snippets, checks every draft and has it written again with the problems found.")]
    public async Task<IReadOnlyList<WrittenVariant>> WriteAsync(Kernel kernel, WriteRequest request, CancellationToken cancellationToken)
    {
        var written = await BoundedWork.SelectAsync(request.Conversation.Arms, options.MaxConcurrency, async (arm, token) =>
        {
            var one = await writer.WriteAsync(kernel, request, arm, token).ConfigureAwait(false);
            Report(one.Variant);
            return one;
        }, cancellationToken).ConfigureAwait(false);
        return [.. written.Select((w, i) => w with { Variant = Compare(w.Variant, written.Take(i)) })];
    }

    /// <summary>Adds a warning where a message is too much like one before it.</summary>
    private static MessageVariant Compare(MessageVariant variant, IEnumerable<WrittenVariant> before)
    {
        if (!SegmentWorkspace.IsWritten(variant))
        {
            return variant;
        }

        var alike = before.Select(b => b.Variant).Where(SegmentWorkspace.IsWritten).SelectMany(b => DistinctnessCheck.Check([b, variant])).ToList();
        var last = variant.Attempts[^1];
        return alike.Count == 0 ? variant
            : variant with { Attempts = [.. variant.Attempts.SkipLast(1), last with { Problems = [.. last.Problems, .. alike] }] };
    }

    private void Report(MessageVariant variant)
    {
        var (segment, id) = (variant.SegmentId.Value, variant.VariantId.Value);
        if (SegmentWorkspace.IsWritten(variant))
        {
            Log.Written(loggers.Experiment, AgentName.Writer, WriteVariants, segment, id, variant.Attempts.Count);
            return;
        }

        var rules = string.Join(' ', variant.Attempts.SelectMany(a => a.Problems).Select(p => p.Rule).Distinct(StringComparer.Ordinal));
        Log.NotWritten(loggers.System, AgentName.Writer, WriteVariants, segment, id, variant.Attempts.Count, rules);
    }
}
