using System.Text.RegularExpressions;
using MimeKit;
using SkOrchestrator.Reporting.Mail;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class MessageFilesTests
{
    [Fact]
    public void Mail_has_both_parts_and_the_headers_that_bulk_mail_needs()
    {
        using var folder = Written();
        var mail = MimeMessage.Load(folder.Path("messages/segment-1.urgent.eml"));

        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.ContentType.MimeType));
        Assert.Equal("\"Alder & Wren\" <hello@alderandwren.example>", mail.From.ToString());
        Assert.Equal("care@alderandwren.example", mail.ReplyTo.Mailboxes.Single().Address);
        Assert.Equal("preview@example.invalid", mail.To.Mailboxes.Single().Address);
        Assert.Equal("Your points are worth a walk", mail.Subject);
        Assert.Equal("<https://alderandwren.example/preferences/unsubscribe>", mail.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.Equal(Some.StartedAt, mail.Date);
        Assert.Equal(folder.Text("messages/segment-1.urgent.txt"), mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal(folder.Text("messages/segment-1.urgent.html"), mail.HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("txt")]
    [InlineData("html")]
    public void Readers_get_no_citation_and_everything_the_law_asks_for(string format)
    {
        using var folder = Written();
        var text = folder.Text($"messages/segment-1.urgent.{format}").Replace("&amp;", "&", StringComparison.Ordinal);

        Assert.DoesNotContain("[Source:", text);
        Assert.Contains("Hebden Vale", text);
        Assert.Contains("https://alderandwren.example/preferences/unsubscribe", text);
        Assert.Contains("Points are valid for 12 months.", text);
        Assert.Contains("because you asked for news", text);
        Assert.Contains("utm_source=alder-wren&utm_medium=email&utm_campaign=autumn-trails-2026&utm_content=segment-1.urgent", text);
        Assert.DoesNotContain("embedded composer", text);
        Assert.DoesNotContain("{{", text);
    }

    [Fact]
    public void Html_mail_is_accessible()
    {
        using var folder = Written();
        var html = folder.Text("messages/segment-1.urgent.html");

        Assert.Contains("<html lang=\"en\">", html);
        Assert.Contains("<title>Your points are worth a walk</title>", html);
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.All(Regex.Matches(html, "<table[^>]*>"), table => Assert.Contains("role=\"presentation\"", table.Value));
    }

    [Fact]
    public void Same_messages_give_the_same_bytes()
    {
        using var first = Written();
        using var second = Written();

        Assert.Equal(first.Bytes("messages/segment-1.urgent.eml"), second.Bytes("messages/segment-1.urgent.eml"));
        Assert.NotEqual(MimeMessage.Load(first.Path("messages/control.eml")).MessageId, MimeMessage.Load(first.Path("messages/segment-1.urgent.eml")).MessageId);
    }

    [Fact]
    public void Hostile_messages_add_no_header_and_no_markup()
    {
        var variant = Some.Variant("segment-1", 1) with
        {
            Subject = "Hello\r\nBcc: all@example.com",
            Preheader = "{{subject}}<b>",
            Body = "<script>x</script>\n\n{{unsubscribe}}",
        };
        using var folder = new RunFolder();
        MessageFiles.Write([Verdicts.Approve(variant)], Some.Brand, folder.Directory, "run", "experiment", Some.StartedAt);
        var mail = MimeMessage.Load(folder.Path("messages/segment-1.urgent.eml"));

        Assert.Empty(mail.Bcc);
        Assert.Equal("Hello Bcc: all@example.com", mail.Subject);
        Assert.DoesNotContain("<script", mail.HtmlBody);
        Assert.Contains("{{unsubscribe}}", mail.HtmlBody);
        Assert.Contains("{{subject}}&lt;b&gt;", mail.HtmlBody);
    }

    [Theory]
    [InlineData("https://a.example/", "https://a.example/?utm_source=b&utm_medium=email&utm_campaign=e&utm_content=v")]
    [InlineData("https://a.example/x?y=1#top", "https://a.example/x?y=1&utm_source=b&utm_medium=email&utm_campaign=e&utm_content=v#top")]
    public void Links_keep_their_query_and_fragment(string url, string expected) => Assert.Equal(expected, CampaignLink.For(url, "B", "e", "v"));

    private static RunFolder Written()
    {
        var folder = new RunFolder();
        MessageFiles.Write(
            [Verdicts.Approve(Some.Variant("all", 0)), Verdicts.Approve(Some.Variant("segment-1", 1))],
            Some.Brand, folder.Directory, "run-1", "autumn-trails-2026", Some.StartedAt);
        return folder;
    }
}
