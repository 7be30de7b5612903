using System.Text;

namespace SkOrchestrator.Reporting.Mail;

/// <summary>Adds the campaign parameters that web analytics read to a link. They name experiment and variant, never a customer.</summary>
internal static class CampaignLink
{
    public static string For(string url, string source, string experimentId, string variantId)
    {
        var (address, fragment) = url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (url[..at], url[at..]) : (url, string.Empty);
        var link = new StringBuilder(address);
        foreach (var (name, value) in new[] { ("source", Slug(source)), ("medium", "email"), ("campaign", experimentId), ("content", variantId) })
        {
            link.Append(link.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append("utm_").Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return link.Append(fragment).ToString();
    }

    /// <summary>The brand's name as lower-case words joined by hyphens.</summary>
    private static string Slug(string text)
    {
        var words = string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : "newsletter";
    }
}
