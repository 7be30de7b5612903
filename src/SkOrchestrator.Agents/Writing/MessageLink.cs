using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Writing;

/// <summary>Decides where a message's link points; the writer only chooses its words.</summary>
internal static class MessageLink
{
    /// <summary>The target of the first cited document that names one on an allowed host, else the brand's default: the link goes on where the message begins.</summary>
    public static CallToAction Choose(string label, IReadOnlyList<Citation> citations, IReadOnlyList<Snippet> snippets, BrandOptions brand)
    {
        var url = citations.SelectMany(c => snippets.Where(s => s.DocumentId == c.DocumentId)).Select(s => s.CtaUrl).FirstOrDefault(u => IsAllowed(u, brand));
        return new CallToAction(
            string.IsNullOrWhiteSpace(label) ? brand.DefaultCallToAction.Label : label.Trim(),
            url ?? brand.DefaultCallToAction.Url);
    }

    private static bool IsAllowed(string? url, BrandOptions brand) =>
        Uri.TryCreate(url, UriKind.Absolute, out var target)
        && target.Scheme == Uri.UriSchemeHttps
        && target.UserInfo.Length == 0
        && target.IsDefaultPort
        && brand.AllowedHosts.Contains(target.IdnHost, StringComparer.OrdinalIgnoreCase);
}
