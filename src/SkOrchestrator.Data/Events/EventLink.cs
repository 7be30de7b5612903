using System.Text;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Events;

/// <summary>Links as they may be kept: without query and without anything that looks like an address.</summary>
internal static partial class EventLink
{
    private const int MostLayers = 6;

    /// <summary>Scheme, host and path up to a matrix parameter; the host alone where the path may name somebody, null for what is no web link of a named host.</summary>
    public static string? Cut(string? url)
    {
        if (!TryRead(url, out var link) || link.HostNameType != UriHostNameType.Dns || !Host().IsMatch(link.IdnHost) || NetworkAddress().IsMatch(link.IdnHost))
        {
            return null;
        }

        var host = link.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        var path = link.AbsolutePath;
        var parameters = path.IndexOf(';', StringComparison.Ordinal);
        path = parameters < 0 ? path : path[..parameters];
        return NamesSomebody(path) ? host + "/" : host + path;
    }

    /// <summary>Whether an address of a person or a machine stands in the text, however often it was encoded.</summary>
    public static bool NamesSomebody(string text)
    {
        for (var layer = 0; layer < MostLayers; layer++)
        {
            string plain;
            try
            {
                plain = text.Normalize(NormalizationForm.FormKC);
            }
            catch (ArgumentException)
            {
                return true;
            }

            if (Personal().IsMatch(plain) || NetworkAddress().IsMatch(plain))
            {
                return true;
            }

            var next = Uri.UnescapeDataString(plain);
            if (next == text)
            {
                return false;
            }

            text = next;
        }

        return true;
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

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?$")]
    private static partial Regex Host();

    /// <summary>An address, also one written for people, and what opens a query inside a path.</summary>
    [GeneratedRegex(@"[@?;]|[(\[{]\s*at\s*[)\]}]", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(\.\d{1,3}){3}(?![\d.])|([0-9a-f]{1,4}:){4,}[0-9a-f]{1,4}|[0-9a-f]{0,4}::[0-9a-f]{1,4}", RegexOptions.IgnoreCase)]
    private static partial Regex NetworkAddress();
}
