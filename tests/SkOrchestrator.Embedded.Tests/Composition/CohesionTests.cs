using SkOrchestrator.Content;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>A mail reads like one: few topics, each in a paragraph, about the readers, and no machine's headings.</summary>
public sealed class CohesionTests
{
    private static readonly Offer Members = new(10, null, 50, "EUR", "TRAIL10", new DateOnly(2027, 12, 31));

    private static readonly IReadOnlyList<Snippet> Shop =
    [
        Some.Snippet("DOC-1", "Travel Luggage", "Cabin bags",
            "Four quiet wheels carry the cabin bag across cobbles, platforms and hotel corridors. A padded front pocket opens flat at security, so your laptop is out in one move. The cabin bag weighs two kilos empty, which leaves more of your travel allowance for clothes. "
            + "Hikers can strap their poles to the side of the cabin bag before they leave.", 9),
        Some.Snippet("DOC-2", "New This Season", "Fresh on the shelves",
            "New this season, the weekend bag comes with a sleeve that slides over a trolley handle. A lighter boot saves hikers weight and keeps the same outsole. "
            + "The travel trousers now have a zipped pocket for your passport.", 8),
        Some.Snippet("DOC-3", "Packing Light", "Pack in order",
            "Heavy items travel best near the wheels or against your back, where the bag stays stable. Roll soft clothes and fold stiff ones to save space in a cabin bag. "
            + "Keep one change of clothes and your chargers at the top for the first night away.", 7),
        Some.Snippet("DOC-4", "Gift Ideas", "For hikers",
            "A pair of merino socks makes a warm gift for anyone who hikes in winter. A folded map and an enamel mug turn a small gift into an invitation to walk.", 3),
    ];

    private static readonly Snippet Offer = Some.Snippet("DOC-5", "Members' Offer", "What you save",
        "Members can use the code TRAIL10 once, online or in the app, on an order over €50. The offer covers travel and camping kit in every size and colour. "
        + "Members take 10% off an order over €50 with the code TRAIL10 until 31 December 2027.", 9, offer: Members);

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    public async Task A_mail_has_at_most_three_topics_and_keeps_each_in_one_paragraph(string tone)
    {
        var draft = await Some.Mail(Task(tone, Shop));

        Assert.InRange(draft.Quotes.Select(q => q.Title).Distinct().Count(), 2, 3);
        Assert.All(draft.Body.Split("\n\n"), paragraph => Assert.True(
            CitationText.FindAll(paragraph).Select(citation => citation.Split(", ")[0]).Distinct().Count() <= 1, paragraph));
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    [Requirement("3.2")]
    public async Task Sentences_about_other_people_stay_out_where_there_are_others(string tone)
    {
        var body = CitationText.Remove((await Some.Mail(Task(tone, Shop))).Body);

        Assert.DoesNotContain("hikers", body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("cabin bag", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    public async Task An_offer_says_what_it_gives_before_anything_that_leans_on_it(string tone)
    {
        var quotes = (await Some.Mail(Task(tone, [Offer, .. Shop]))).Quotes.Where(q => q.Title == "Members' Offer").ToList();

        Assert.True(quotes.Count > 0 || tone != "urgent");
        Assert.All(quotes.Take(1), first => Assert.StartsWith("Members take 10% off", first.Quote, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_without_its_offer_is_left_out()
    {
        var condition = Offer with { Text = SentenceSplitter.Split(Offer.Text)[0] };

        foreach (var tone in Some.Tones)
        {
            Assert.DoesNotContain("TRAIL10", (await Some.Mail(Task(tone, [condition, .. Shop]))).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Requirement("3.4")]
    public async Task A_dated_offer_names_its_discount_and_date_in_the_subject() =>
        Assert.Equal("Members' offer: 10% off until 31 December 2027", (await Some.Mail(Task("urgent", [Offer, .. Shop]))).Subject);

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    [InlineData("neutral")]
    public async Task The_composers_own_words_print_no_title_or_heading(string tone)
    {
        var draft = await Some.Mail(Task(tone, Shop));
        var own = draft.Quotes.Aggregate(CitationText.Remove(draft.Body), (body, quote) => body.Replace(quote.Quote, string.Empty, StringComparison.Ordinal));

        Assert.All(Shop.SelectMany(s => (string[])[s.Title, s.Section]), heading =>
            Assert.DoesNotContain(heading, $"{own}\n{draft.Subject}\n{draft.CallToAction}", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotMatch(@"(?<!:)\b\w+:(?=\s*$)", own);
    }

    [Fact]
    public async Task The_preheader_is_a_sentence_of_the_mail_where_one_fits()
    {
        var draft = await Some.Mail(Task("urgent", Shop));

        Assert.Contains(draft.Quotes, quote => quote.Quote == draft.Preheader);
        Assert.NotEqual(draft.Quotes[0].Quote, draft.Preheader);
    }

    private static WriteMessageArguments Task(string tone, IReadOnlyList<Snippet> snippets) =>
        Some.WriteTask(tone, snippets) with { Segment = Some.Segment(hooks: ["travel", "lapsed", "general"], terms: ["travel", "new", "luggage", "season", "cabin"]) };
}
