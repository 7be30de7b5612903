using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Mail;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Reporting;

/// <summary>Writes approved messages as a customer would get them: citations removed, links tagged, footer and unsubscribe link on.</summary>
public static class MessageFiles
{
    /// <summary>Writes <c>messages/VARIANT_ID.txt</c>, <c>.html</c> and <c>.eml</c>; only approved variants can be passed.</summary>
    /// <param name="variants">What the safety gate let pass.</param>
    /// <param name="brand">Who sends.</param>
    /// <param name="runDirectory">The run directory.</param>
    /// <param name="runId">The run; part of the message ids.</param>
    /// <param name="experimentId">The experiment; stands in the links.</param>
    /// <param name="sendAt">The date of the mails.</param>
    public static void Write(
        IReadOnlyList<ApprovedVariant> variants, BrandOptions brand, string runDirectory, string runId, string experimentId, DateTimeOffset sendAt)
    {
        var directory = Directory.CreateDirectory(Path.Combine(runDirectory, "messages")).FullName;
        foreach (var variant in variants.Select(v => Tagged(v.Variant, brand, experimentId)))
        {
            var name = Path.Combine(directory, FileName(variant.VariantId.Value));
            var text = ReaderText.Compose(variant, brand);
            var html = MailHtml.Write(variant, brand);
            File.WriteAllText(name + ".txt", text);
            File.WriteAllText(name + ".html", html);
            File.WriteAllBytes(name + ".eml", MailMessage.Write(variant, brand, text, html, runId, sendAt));
        }
    }

    private static MessageVariant Tagged(MessageVariant variant, BrandOptions brand, string experimentId)
    {
        var action = variant.CallToAction ?? brand.DefaultCallToAction;
        return variant with { CallToAction = action with { Url = CampaignLink.For(action.Url, brand.Name, experimentId, variant.VariantId.Value) } };
    }

    /// <summary>The id with everything replaced that could leave the directory; ids of a run are letters, digits, dots and hyphens.</summary>
    private static string FileName(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
}
