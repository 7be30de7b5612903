using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Content;

/// <summary>Decides whether a document may be used. The only place where that is decided: retrieval and checks both ask here.</summary>
public static class ContentEligibility
{
    /// <summary>The category of content that fits everyone.</summary>
    public const string GeneralCategory = "general";

    /// <summary>Whether the document may be used under the filters, and if not, why. Whatever is not known denies.</summary>
    /// <param name="document">The document.</param>
    /// <param name="filters">The day of sending and whom the message is for.</param>
    public static (bool IsUsable, string Reason) IsUsable(ContentDocument document, RetrievalFilters filters) =>
        Obstacle(document, filters) is { } reason ? (false, reason) : (true, "approved and valid");

    private static string? Obstacle(ContentDocument document, RetrievalFilters filters)
    {
        if (document.Status != ContentStatus.Approved)
        {
            return document.Status == ContentStatus.Withdrawn ? "withdrawn" : "not approved";
        }

        return document switch
        {
            { ApprovalDate: null } => "no approval date",
            { ApprovalDate: { } approved } when approved > filters.AsOf => $"approved only on {approved:yyyy-MM-dd}",
            { ValidFrom: { } from } when from > filters.AsOf => $"valid only from {from:yyyy-MM-dd}",
            { ExpiresOn: { } end } when end < filters.AsOf => $"expired on {end:yyyy-MM-dd}",
            { Offer.ValidUntil: { } end } when end < filters.AsOf => $"its offer ended on {end:yyyy-MM-dd}",
            _ when !FitsAudience(document, filters) => $"only for {string.Join(", ", document.Audience)}",
            _ when !Covers(document.Languages, filters.Languages) => "not for all languages of the campaign",
            _ when !Covers(document.Countries, filters.Countries) => "not for all countries of the campaign",
            _ when filters.Category is { } category && category != document.Category => $"not in category {category}",
            _ => null,
        };
    }

    private static bool FitsAudience(ContentDocument document, RetrievalFilters filters) =>
        document.Audience.Count == 0 || document.Audience.Any(filters.Audiences.Contains);

    /// <summary>
    /// A document without a limit covers everything; one with a limit must cover all of the campaign, and "all" is never covered
    /// by a list.
    /// </summary>
    private static bool Covers(IReadOnlyList<string> allowed, IReadOnlyList<string> needed) =>
        allowed.Count == 0 || (needed.Count > 0 && needed.All(n => allowed.Contains(n, StringComparer.OrdinalIgnoreCase)));
}
