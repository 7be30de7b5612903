using SkOrchestrator.Content;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Identity;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Tests.Retrieval;

/// <summary>Documents and queries, so that a test states only what matters.</summary>
internal static class Some
{
    public static readonly DateOnly Today = new(2026, 9, 15);

    public static ContentDocument Document(string id, string category, params string[] paragraphs) => new()
    {
        Id = DocumentId.From(id),
        Title = $"Title of {id}",
        Category = category,
        Status = ContentStatus.Approved,
        ApprovalDate = new DateOnly(2025, 1, 1),
        Sections = [new ContentSection("Section", [.. paragraphs.Select((text, i) => new ContentBlock(i, text))])],
        File = $"{id}.md",
        ContentSha256 = "",
    };

    public static ContentLibrary Library(params IReadOnlyList<ContentDocument> documents) => new(documents, []);

    public static RetrievalQuery Query(string text, int top = 5) =>
        new(SegmentId.Numbered(1), text, new RetrievalFilters(Today, ["members"], ["en"], []), top);
}
