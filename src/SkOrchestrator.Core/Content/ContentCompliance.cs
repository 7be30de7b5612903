using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Messages.Checks;

namespace SkOrchestrator.Content;

/// <summary>
/// Puts documents aside whose legal text a mail of the brand could not carry. The legal text goes into the mail word for word, past the checks of drafts, so it is checked
/// before the document can be used at all.
/// </summary>
public static class ContentCompliance
{
    /// <summary>The code of its diagnostics.</summary>
    public const string Code = "CNT020";

    /// <summary>The library without documents whose legal text links to a foreign host or holds a banned phrase; each is in the diagnostics.</summary>
    /// <param name="library">All documents.</param>
    /// <param name="brand">Allowed hosts and banned phrases.</param>
    public static ContentLibrary Apply(ContentLibrary library, BrandOptions brand)
    {
        var faults = library.Documents.Select(d => (Document: d, Fault: FaultOf(d, brand))).Where(f => f.Fault is not null).ToList();
        return faults.Count == 0
            ? library
            : new ContentLibrary([.. library.Documents.Except(faults.Select(f => f.Document))], [.. library.Diagnostics, .. faults.Select(f => f.Fault!)]);
    }

    private static RowDiagnostic? FaultOf(ContentDocument document, BrandOptions brand)
    {
        if (document.LegalText is not { } text)
        {
            return null;
        }

        if (LinkRule.FindAll(text).FirstOrDefault(link => !IsOwn(link, brand)) is { } foreign)
        {
            return Fault(document, foreign, "a legal text with links to the brand's allowed hosts only");
        }

        return brand.BannedPhrases.FirstOrDefault(p => BrandRule.Occurs(p, text)) is { } phrase
            ? Fault(document, phrase, "a legal text without the brand's banned phrases")
            : null;
    }

    private static bool IsOwn(string link, BrandOptions brand) =>
        Uri.TryCreate(link.Contains("://", StringComparison.Ordinal) ? link : $"https://{link}", UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && brand.AllowedHosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    private static RowDiagnostic Fault(ContentDocument document, string found, string expected) =>
        new(document.File, null, "legal_text", Code, found.Length > 40 ? found[..40] : found, expected, "quarantined");
}
