using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Runs;

/// <summary>One line of <c>retrieval.jsonl</c>.</summary>
internal sealed record RetrievalLine(
    DateTimeOffset Timestamp,
    string SegmentId,
    string Query,
    RetrievalFilters Filters,
    bool Fallback,
    IReadOnlyList<RetrievalLineResult> Results)
{
    public static RetrievalLine Of(RetrievalResult result) => new(
        result.Timestamp,
        result.Query.SegmentId.Value,
        result.Query.Text,
        result.Query.Filters,
        result.Fallback,
        [.. result.Snippets.Select(RetrievalLineResult.Of)]);
}
