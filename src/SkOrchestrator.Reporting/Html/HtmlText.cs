namespace SkOrchestrator.Reporting.Html;

/// <summary>Escapes text for HTML, in elements and in quoted attributes.</summary>
internal static class HtmlText
{
    /// <summary>A text of the report, escaped; words of right-to-left scripts don't turn about what stands beside them.</summary>
    public static string Show(string text) => Escape(RightToLeft.Isolate(text));

    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
