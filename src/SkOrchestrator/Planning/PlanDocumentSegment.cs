namespace SkOrchestrator.Planning;

/// <summary>A segment in what <c>plan --json</c> prints.</summary>
internal sealed record PlanDocumentSegment(string SegmentId, string Label, long Size, IReadOnlyDictionary<string, long> Arms);
