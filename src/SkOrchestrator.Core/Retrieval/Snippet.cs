using SkOrchestrator.Content;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Retrieval;

/// <summary>A paragraph of approved content that answers a query: whole sentences with everything a citation needs.</summary>
public sealed record Snippet
{
    /// <summary>The document.</summary>
    public required DocumentId DocumentId { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>The heading it stands under.</summary>
    public required string Section { get; init; }

    /// <summary>Position of the paragraph in the document, counted from 0.</summary>
    public required int ParagraphIndex { get; init; }

    /// <summary>The paragraph: whole sentences.</summary>
    public required string Text { get; init; }

    /// <summary>Relevance; higher is better, comparable within one query only.</summary>
    public required double Score { get; init; }

    /// <summary>The document's category.</summary>
    public required string Category { get; init; }

    /// <summary>Target of the document's call to action.</summary>
    public string? CtaUrl { get; init; }

    /// <summary>Legal line that must go along.</summary>
    public string? LegalText { get; init; }

    /// <summary>The document's offer.</summary>
    public Offer? Offer { get; init; }
}
