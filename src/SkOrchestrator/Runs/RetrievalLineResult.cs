using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Runs;

/// <summary>One snippet of a line of <c>retrieval.jsonl</c>.</summary>
internal sealed record RetrievalLineResult(string DocumentId, string Title, string Section, int ParagraphIndex, double Score)
{
    public static RetrievalLineResult Of(Snippet snippet) =>
        new(snippet.DocumentId.Value, snippet.Title, snippet.Section, snippet.ParagraphIndex, Math.Round(snippet.Score, 6));
}
