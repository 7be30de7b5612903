namespace SkOrchestrator.Retrieval;

/// <summary>What a query returned; one line of <c>retrieval.jsonl</c>.</summary>
/// <param name="Query">The query.</param>
/// <param name="Timestamp">When it was asked, UTC.</param>
/// <param name="Fallback">Whether nothing fitted and general content was returned instead.</param>
/// <param name="Snippets">Best first.</param>
public sealed record RetrievalResult(RetrievalQuery Query, DateTimeOffset Timestamp, bool Fallback, IReadOnlyList<Snippet> Snippets);
