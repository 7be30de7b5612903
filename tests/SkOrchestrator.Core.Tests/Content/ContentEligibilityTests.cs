using SkOrchestrator.Content;
using SkOrchestrator.Identity;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Core.Tests.Content;

public class ContentEligibilityTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private static readonly RetrievalFilters Filters = new(Today, ["members"], ["en"], ["GB", "IE"]);

    private static readonly ContentDocument Good = new()
    {
        Id = DocumentId.From("DOC-1"),
        Title = "Title",
        Category = "product",
        Status = ContentStatus.Approved,
        ApprovalDate = Today,
        Sections = [],
        File = "a.md",
        ContentSha256 = "",
    };

    public static TheoryData<string, ContentDocument> Usable => new()
    {
        { "approved today", Good },
        { "last day", Good with { ExpiresOn = Today, ValidFrom = Today, Offer = new(10, null, null, null, null, Today) } },
        { "own audience", Good with { Audience = ["gold", "members"] } },
        { "own language and more", Good with { Languages = ["de", "EN"] } },
        { "all countries and more", Good with { Countries = ["ie", "GB", "FR"] } },
    };

    public static TheoryData<string, ContentDocument> Unusable => new()
    {
        { "not approved", Good with { Status = ContentStatus.Draft } },
        { "withdrawn", Good with { Status = ContentStatus.Withdrawn } },
        { "no approval date", Good with { ApprovalDate = null } },
        { "approved only on 2026-09-16", Good with { ApprovalDate = Today.AddDays(1) } },
        { "valid only from 2026-09-16", Good with { ValidFrom = Today.AddDays(1) } },
        { "expired on 2026-09-14", Good with { ExpiresOn = Today.AddDays(-1) } },
        { "its offer ended on 2026-09-14", Good with { Offer = new(10, null, null, null, null, Today.AddDays(-1)) } },
        { "only for gold", Good with { Audience = ["gold"] } },
        { "only for Members", Good with { Audience = ["Members"] } },
        { "not for all languages of the campaign", Good with { Languages = ["de"] } },
        { "not for all countries of the campaign", Good with { Countries = ["GB"] } },
    };

    [Theory]
    [MemberData(nameof(Usable))]
    public void Approved_valid_document_for_the_audience_is_usable(string rule, ContentDocument document)
    {
        Assert.NotEmpty(rule);
        Assert.True(ContentEligibility.IsUsable(document, Filters).IsUsable);
    }

    [Theory]
    [MemberData(nameof(Unusable))]
    public void Anything_else_is_not_usable_and_says_why(string reason, ContentDocument document) =>
        Assert.Equal((false, reason), ContentEligibility.IsUsable(document, Filters));

    [Fact]
    public void List_of_countries_never_covers_everywhere() =>
        Assert.False(ContentEligibility.IsUsable(Good with { Countries = ["GB"] }, Filters with { Countries = [] }).IsUsable);

    [Fact]
    public void Segment_of_no_audience_gets_no_limited_document() =>
        Assert.False(ContentEligibility.IsUsable(Good with { Audience = ["members"] }, Filters with { Audiences = [] }).IsUsable);

    [Fact]
    public void Category_filter_is_exact()
    {
        Assert.True(ContentEligibility.IsUsable(Good, Filters with { Category = "product" }).IsUsable);
        Assert.False(ContentEligibility.IsUsable(Good, Filters with { Category = "general" }).IsUsable);
    }
}
