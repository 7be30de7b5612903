using SkOrchestrator.Configuration;
using SkOrchestrator.Content;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Core.Tests.Content;

public sealed class ContentComplianceTests
{
    private static readonly BrandOptions Brand = new()
    {
        Name = "Alder & Wren",
        SenderName = "Alder & Wren",
        SenderAddress = "hello@alderandwren.example",
        ReplyTo = "care@alderandwren.example",
        PostalAddress = "14 Mill Lane",
        UnsubscribeUrl = "https://alderandwren.example/unsubscribe",
        AllowedHosts = ["alderandwren.example", "www.alderandwren.example"],
        DefaultCallToAction = new CallToAction("Visit the shop", "https://alderandwren.example/"),
        LegalFooter = "You asked for news.",
        SignOff = "The team",
        BannedPhrases = ["risk-free", "act now"],
    };

    [Theory]
    [InlineData("Terms at https://evil.example/x?customer=1")]
    [InlineData("Terms at www.evil.example")]
    [InlineData("Terms at https://alderandwren.example@evil.example/")]
    [InlineData("Terms at https://alderandwren.example.evil.example/")]
    [InlineData("Ask mailto:someone@evil.example")]
    [InlineData("Entirely risk-free.")]
    [InlineData("Terms at https://alderandwren.example/terms. ACT  NOW.")]
    public void A_document_whose_legal_text_a_mail_could_not_carry_is_put_aside(string legalText)
    {
        var library = ContentCompliance.Apply(Library(legalText), Brand);

        Assert.Empty(library.Documents);
        var diagnostic = Assert.Single(library.Diagnostics);
        Assert.Equal(("quarantined", "legal_text", "terms.md"), (diagnostic.Action, diagnostic.Column, diagnostic.File));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Valid on orders over €80 until 30 November 2027.")]
    [InlineData("Terms: https://alderandwren.example/terms.")]
    [InlineData("Terms: www.alderandwren.example/terms, and in the shop.")]
    public void A_legal_text_of_plain_terms_and_own_links_is_fine(string? legalText) =>
        Assert.Single(ContentCompliance.Apply(Library(legalText), Brand).Documents);

    private static ContentLibrary Library(string? legalText) => new(
        [
            new ContentDocument
            {
                Id = new DocumentId("DOC-1"),
                Title = "Terms",
                Category = "promotion",
                Status = ContentStatus.Approved,
                LegalText = legalText,
                Sections = [],
                File = "terms.md",
                ContentSha256 = new string('0', 64),
            },
        ],
        []);
}
