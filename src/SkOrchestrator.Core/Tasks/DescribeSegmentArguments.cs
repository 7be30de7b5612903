using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Tasks;

/// <summary>Arguments of <see cref="TaskName.DescribeSegment"/>.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Phrases">The phrase book.</param>
public sealed record DescribeSegmentArguments(Segment Segment, PhraseBook Phrases);
