namespace SkOrchestrator.Data.Events;

/// <summary>Links as they may be kept: without query and without anything that looks like an address.</summary>
internal static class EventLink
{
    /// <summary>Scheme, host and path; null for what is no web link.</summary>
    public static string? Cut(string? url)
    {
        if (!TryRead(url, out var link))
        {
            return null;
        }

        var host = link.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var path = link.AbsolutePath;
        return path.Contains('@') || path.Contains("%40", StringComparison.Ordinal) ? host + "/" : host + path;
    }

    /// <summary>Whether the link leads to the page, whatever the query says; a page with a placeholder stands for all that begin like it.</summary>
    public static bool IsOn(string? url, string? page)
    {
        if (page is null || !TryRead(url, out var link) || !TryRead(page, out var target)
            || !link.Host.Equals(target.Host, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var wanted = Uri.UnescapeDataString(target.AbsolutePath);
        var placeholder = wanted.IndexOf('{', StringComparison.Ordinal);
        var path = Uri.UnescapeDataString(link.AbsolutePath);
        return placeholder >= 0
            ? path.StartsWith(wanted[..placeholder], StringComparison.Ordinal)
            : path.TrimEnd('/').Equals(wanted.TrimEnd('/'), StringComparison.Ordinal);
    }

    private static bool TryRead(string? url, out Uri link) =>
        Uri.TryCreate(url, UriKind.Absolute, out link!) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp);
}
