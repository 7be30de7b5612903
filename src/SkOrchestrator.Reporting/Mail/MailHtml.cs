using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Html;

namespace SkOrchestrator.Reporting.Mail;

/// <summary>The HTML part of a mail: one column of 600 pixels, inline styles, layout tables that screen readers skip.</summary>
internal static class MailHtml
{
    public static string Write(MessageVariant variant, BrandOptions brand)
    {
        var slots = new Dictionary<string, string>
        {
            ["language"] = HtmlText.Escape(brand.Languages is [var language, ..] ? language : "en"),
            ["subject"] = HtmlText.Escape(ReportText.Line(variant.Subject)),
            ["preheader"] = HtmlText.Escape(ReportText.Line(variant.Preheader)),
            ["brand"] = HtmlText.Escape(ReportText.Line(brand.Name)),
            ["body"] = Body(CitationText.Remove(variant.Body)),
            ["action"] = variant.CallToAction is { } action ? Button(action) : string.Empty,
            ["footer"] = Footer(variant, brand),
            ["unsubscribe"] = HtmlText.Escape(brand.UnsubscribeUrl),
        };

        // one pass, so that a slot's name in a text stays a text
        var html = new StringBuilder();
        var frame = EmbeddedText.Read("mail.html").Split("{{");
        html.Append(frame[0]);
        foreach (var part in frame.Skip(1))
        {
            var end = part.IndexOf("}}", StringComparison.Ordinal);
            html.Append(slots[part[..end]]).Append(part.AsSpan(end + 2));
        }

        return html.ToString();
    }

    private static string Body(string text)
    {
        var html = new StringBuilder();
        foreach (var paragraph in text.ReplaceLineEndings("\n").Trim().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p style=\"margin:0 0 16px;\">")
                .AppendJoin("<br>", paragraph.Split('\n').Select(line => HtmlText.Escape(ReportText.Line(line)))).Append("</p>\n");
        }

        return html.ToString();
    }

    private static string Button(CallToAction action) =>
        "<tr><td style=\"padding:4px 32px 28px;\"><a href=\"" + HtmlText.Escape(action.Url) +
        "\" style=\"display:inline-block;padding:12px 22px;border-radius:4px;background:#0b5d3b;color:#ffffff;" +
        "font-family:Helvetica,Arial,sans-serif;font-size:16px;font-weight:bold;text-decoration:none;\">" +
        HtmlText.Escape(ReportText.Line(action.Label)) + "</a></td></tr>\n";

    private static string Footer(MessageVariant variant, BrandOptions brand) => string.Concat(
        variant.LegalLines.Append(brand.LegalFooter).Append(brand.PostalAddress).Select(ReportText.Line).Where(line => line.Length > 0)
            .Select(line => $"<p style=\"margin:0 0 8px;\">{HtmlText.Escape(line)}</p>\n"));
}
