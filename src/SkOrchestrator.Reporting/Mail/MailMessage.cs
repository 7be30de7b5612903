using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Mail;

/// <summary>A mail as file: text part first, HTML part second, with the headers that bulk mail needs. Ids come from the run, not from chance.</summary>
internal static class MailMessage
{
    /// <summary>Nobody's address: a preview is never sent to a customer.</summary>
    private const string PreviewAddress = "preview@example.invalid";

    private static readonly FormatOptions Format = CreateFormat();

    public static byte[] Write(MessageVariant variant, BrandOptions brand, string text, string html, string runId, DateTimeOffset sendAt)
    {
        var token = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{runId}\u001f{variant.VariantId}")))[..32];
        var alternative = new MultipartAlternative(Part(TextFormat.Plain, text), Part(TextFormat.Html, html)) { Boundary = "=-" + token };
        var message = new MimeMessage
        {
            Subject = ReportText.Line(variant.Subject),
            Date = sendAt.ToUniversalTime(),
            MessageId = $"{token}@{Host(brand.SenderAddress)}",
            Body = alternative,
        };
        message.From.Add(new MailboxAddress(ReportText.Line(brand.SenderName), brand.SenderAddress));
        message.ReplyTo.Add(MailboxAddress.Parse(brand.ReplyTo));
        message.To.Add(MailboxAddress.Parse(PreviewAddress));
        message.Headers.Add("List-Unsubscribe", $"<{brand.UnsubscribeUrl}>");
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    private static TextPart Part(TextFormat format, string text)
    {
        var part = new TextPart(format) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(Encoding.UTF8, text);
        return part;
    }

    private static string Host(string address) =>
        address.LastIndexOf('@') is var at and >= 0 && at < address.Length - 1 ? address[(at + 1)..] : "example.invalid";

    private static FormatOptions CreateFormat()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Unix;
        return options;
    }
}
