using SkOrchestrator.Identity;

namespace SkOrchestrator.Content;

/// <summary>One document of the content folder.</summary>
public sealed record ContentDocument
{
    /// <summary>The document's id.</summary>
    public required DocumentId Id { get; init; }

    /// <summary>The title that citations name.</summary>
    public required string Title { get; init; }

    /// <summary>product, promotion, loyalty, support, general, …; lower case.</summary>
    public required string Category { get; init; }

    /// <summary>Draft, approved or withdrawn.</summary>
    public required ContentStatus Status { get; init; }

    /// <summary>Audience names; all customers of a segment must fit one of them. Empty = everyone.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>The day it was approved; null counts as not approved.</summary>
    public DateOnly? ApprovalDate { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>First day it may be used.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it may be used.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Countries it may be used in; empty = all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Languages it may be used in; empty = all of the brand.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Target of the call to action.</summary>
    public string? CtaUrl { get; init; }

    /// <summary>Text that must stand in the legal line of a mail that uses the document.</summary>
    public string? LegalText { get; init; }

    /// <summary>The declared offer, if it is about one.</summary>
    public Offer? Offer { get; init; }

    /// <summary>Search words.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>The sections, in order.</summary>
    public required IReadOnlyList<ContentSection> Sections { get; init; }

    /// <summary>The file it was read from, relative to the content folder.</summary>
    public required string File { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file's bytes.</summary>
    public required string ContentSha256 { get; init; }
}
