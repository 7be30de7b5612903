using System.ComponentModel;
using Microsoft.SemanticKernel;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Segmentation;

/// <summary>The segmentation agent's functions.</summary>
internal sealed class SegmentationPlugin
{
    public const string SummariseSegments = "summarise_segments";

    /// <summary>Puts the segments into numbers.</summary>
    [KernelFunction(SummariseSegments)]
    [Description("Summarises segments: size, share and the features in which each differs from everyone.")]
    public IReadOnlyList<SegmentFacts> Summarise(IReadOnlyList<Segment> segments) => [.. segments.Select(SegmentFacts.Of)];
}
