using SkOrchestrator.Identity;

namespace SkOrchestrator.Retrieval;

/// <summary>A search for approved content on behalf of a segment.</summary>
/// <param name="SegmentId">The segment; <c>all</c> for control.</param>
/// <param name="Text">Plain words; the retriever escapes them.</param>
/// <param name="Filters">Hard conditions.</param>
/// <param name="Top">How many snippets at most, 3–5.</param>
public sealed record RetrievalQuery(SegmentId SegmentId, string Text, RetrievalFilters Filters, int Top = 5);
