using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Segmentation;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Segmentation;

/// <summary>Has the segments described in words. The computed description stays where there is no answer or the answer holds a number that is not in the facts.</summary>
internal sealed class DescriptionWriter(Kernel kernel, PromptCaller prompts, PromptLibrary library, AgentsOptions options, AgentLoggers loggers)
{
    private const int MaximumLength = 500;

    public async Task<IReadOnlyList<Segment>> DescribeAsync(IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments { ["segments"] = segments };
        var summary = await kernel.InvokeAsync(AgentName.Segmentation, SegmentationPlugin.SummariseSegments, arguments, cancellationToken).ConfigureAwait(false);
        return await BoundedWork.SelectAsync(summary.GetValue<IReadOnlyList<SegmentFacts>>() ?? [], options.MaxConcurrency, DescribeAsync, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Segment> DescribeAsync(SegmentFacts facts, CancellationToken cancellationToken)
    {
        if (facts.Segment.IsBelowPrivacyMinimum)
        {
            // Its numbers would give its customers away; the computed description holds none.
            return facts.Segment;
        }

        var scoped = new CallContext { SegmentId = facts.Segment.SegmentId.Value }.Apply(kernel);
        var variables = new Dictionary<string, string>
        {
            ["label"] = facts.Segment.Label,
            ["features"] = facts.Features,
            ["size"] = facts.Size,
            ["share"] = facts.Share,
        };
        var call = new PromptCall(AgentName.Segmentation, PromptContract.DescribeSegment, TaskName.DescribeSegment,
            new DescribeSegmentArguments(facts.Segment, library.Phrases), variables);
        var outcome = await prompts.CallAsync(scoped, call, cancellationToken).ConfigureAwait(false);
        if (outcome.Text is not { Length: <= MaximumLength } text || text.Contains('\n', StringComparison.Ordinal))
        {
            return facts.Segment;
        }

        if (NumberCheck.FindUnknown(text, facts.All).Count > 0)
        {
            Log.NumbersRejected(loggers.System, AgentName.Segmentation, PromptContract.DescribeSegment, facts.Segment.SegmentId.Value);
            return facts.Segment;
        }

        return facts.Segment with { Description = text };
    }
}
