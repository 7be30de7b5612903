using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SkOrchestrator.Content;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Tests.Retrieval;

public sealed class SqliteSnippetRetrieverTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 9, 15, 8, 30, 0, TimeSpan.Zero);

    private readonly CollectingLogger _logger = new();
    private readonly SqliteSnippetRetriever _retriever;

    public SqliteSnippetRetrieverTests() => _retriever = new SqliteSnippetRetriever(new FakeTimeProvider(Now), _logger);

    public void Dispose() => _retriever.Dispose();

    private Task<IndexSummary> Index(params IReadOnlyList<ContentDocument> documents) => _retriever.UpdateAsync(Some.Library(documents), default);

    private Task<RetrievalResult> Ask(string text, int top = 5) => _retriever.RetrieveAsync(Some.Query(text, top), default);

    private static string[] Places(RetrievalResult result) => [.. result.Snippets.Select(s => $"{s.DocumentId}/{s.ParagraphIndex}")];

    [Fact]
    [Requirement("2.1")]
    public async Task Only_approved_documents_enter_the_index()
    {
        var summary = await Index(
            Some.Document("A", "product", "One.", "Two."),
            Some.Document("B", "product", "Three.") with { Status = ContentStatus.Draft },
            Some.Document("C", "product", "Four.") with { Status = ContentStatus.Withdrawn },
            Some.Document("D", "product", "Five.") with { ApprovalDate = null });

        Assert.Equal(new IndexSummary(1, 2, 3), summary);
    }

    [Fact]
    [Requirement("2.2")]
    public async Task Best_matching_paragraphs_come_first()
    {
        await Index(
            Some.Document("A", "product", "Tents and boots.", "Nothing of the kind."),
            Some.Document("B", "product", "Boots for hiking: hiking boots for every trail."),
            Some.Document("C", "product", "Stoves for camping."),
            Some.Document("D", "product", "Cabin bags for travel."),
            Some.Document("E", "product", "Hiking poles."));

        var result = await Ask("hiking boots");

        Assert.False(result.Fallback);
        Assert.Equal("B/0", Places(result)[0]);
        Assert.Equal(["A/0", "B/0", "E/0"], Places(result).Order());
        Assert.Equal(result.Snippets.Select(s => s.Score).OrderDescending(), result.Snippets.Select(s => s.Score));
    }

    [Fact]
    [Requirement("2.3")]
    public async Task Snippet_carries_its_source_and_the_whole_paragraph()
    {
        var offer = new Offer(10, null, 50, "EUR", "TRAIL10", new DateOnly(2027, 1, 1));
        var document = Some.Document("A", "product", "Something else.", "Boots for hiking. They last long.") with
        {
            CtaUrl = "https://alderandwren.example/boots",
            LegalText = "One use.",
            Offer = offer,
        };
        await Index(document);

        var snippet = (await Ask("hiking")).Snippets[0];

        Assert.Equal(("A", "Title of A", "Section", 1), (snippet.DocumentId.Value, snippet.Title, snippet.Section, snippet.ParagraphIndex));
        Assert.Equal("Boots for hiking. They last long.", snippet.Text);
        Assert.Equal(("product", "https://alderandwren.example/boots"), (snippet.Category, snippet.CtaUrl));
        Assert.Equal(("One use.", offer), (snippet.LegalText, snippet.Offer));
        Assert.True(snippet.Score > 0);
    }

    [Fact]
    [Requirement("2.2")]
    public async Task Words_are_found_in_title_section_keywords_and_other_forms()
    {
        await Index(
            Some.Document("A", "product", "Text.") with { Title = "Cafés on the way" },
            Some.Document("B", "product", "Text.") with { Keywords = ["walking"] },
            Some.Document("C", "product", "Text."),
            Some.Document("D", "gifts", "Text."));

        Assert.Equal("A/0", Places(await Ask("CAFE"))[0]);
        Assert.Equal("A/0", Places(await Ask("cafe\u0301"))[0]);
        Assert.Equal("B/0", Places(await Ask("walked"))[0]);
        Assert.Equal("D/0", Places(await Ask("gift"))[0]);
    }

    [Fact]
    public async Task At_most_two_paragraphs_of_one_document_are_taken()
    {
        await Index(
            Some.Document("A", "product", "Boots boots boots.", "Boots boots.", "Boots.", "Boots again."),
            Some.Document("B", "product", "A long paragraph that mentions boots once among many other words."),
            Some.Document("C", "product", "Tents."));

        var places = Places(await Ask("boots"));

        Assert.Equal(2, places.Count(p => p.StartsWith("A/", StringComparison.Ordinal)));
        Assert.Contains("B/0", places);
    }

    [Fact]
    [Requirement("2.2")]
    public async Task What_is_taken_covers_the_words_of_the_query_between_them()
    {
        await Index(
            [.. Enumerable.Range(10, 8).Select(i => Some.Document($"B{i}", "product", "Boots on the trail, and boots for the hills.")),
             Some.Document("T", "product", "A long paragraph about what happens in the evening, where somebody mentions tents.")]);

        var places = Places(await Ask("boots trail tents"));

        Assert.Equal(5, places.Length);
        Assert.Contains("T/0", places);
    }

    [Fact]
    public async Task A_paragraph_about_an_offer_comes_with_the_one_that_says_what_it_gives()
    {
        var offer = new Offer(20, null, 80, "EUR", "AUTUMN20", new DateOnly(2027, 1, 1));
        await Index(
            Some.Document("S", "promotion", "Archive boots are 20% off in the sale.", "Hiking boots for hikers: boots, boots, hiking.", "Boots for hiking.") with { Offer = offer },
            Some.Document("A", "product", "Hiking boots."));

        var places = Places(await Ask("hiking boots"));

        Assert.Contains("S/0", places);
        Assert.Equal(2, places.Count(p => p.StartsWith("S/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [Requirement("2.2")]
    public async Task As_many_as_asked_for_and_no_more(int top)
    {
        await Index([.. Enumerable.Range(10, 20).Select(i => Some.Document($"D{i}", "product", "Boots."))]);

        Assert.Equal(Enumerable.Range(10, top).Select(i => $"D{i}/0"), Places(await Ask("boots", top)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    public async Task Number_of_snippets_is_three_to_five(int top)
    {
        await Index(Some.Document("A", "product", "Boots."));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Ask("boots", top));
    }

    [Fact]
    [Requirement("2.4")]
    public async Task Nothing_relevant_gives_general_content_and_a_warning()
    {
        await Index(
            Some.Document("G2", "general", "Second brand.", "More.", "Too much."),
            Some.Document("G1", "general", "First brand."),
            Some.Document("A", "product", "Boots."),
            Some.Document("G3", "general", "Not for all.") with { Audience = ["gold"] });

        var result = await Ask("zeppelin");

        Assert.True(result.Fallback);
        Assert.Equal(["G1/0", "G2/0", "G2/1"], Places(result));
        Assert.Equal(LogLevel.Warning, Assert.Single(_logger.Entries).Level);
        Assert.DoesNotContain("zeppelin", _logger.Entries[0].Text);
    }

    [Fact]
    [Requirement("2.4")]
    public async Task One_or_two_matches_are_filled_up_with_general_content()
    {
        await Index(Some.Document("G1", "general", "First.", "Second.", "Third."), Some.Document("A", "product", "Boots."));

        var result = await Ask("boots");

        Assert.False(result.Fallback);
        Assert.Equal(["A/0", "G1/0", "G1/1"], Places(result));
        Assert.DoesNotContain(_logger.Entries, e => e.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task General_paragraph_that_matched_is_not_repeated()
    {
        await Index(Some.Document("G1", "general", "Boots.", "Second.", "Third."), Some.Document("G2", "general", "Fourth."));

        Assert.Equal(["G1/0", "G2/0", "G1/1"], Places(await Ask("boots")).OrderBy(p => p == "G1/1"));
    }

    [Fact]
    public async Task Category_limits_what_is_found_but_not_the_fallback()
    {
        await Index(Some.Document("A", "product", "Boots."), Some.Document("B", "support", "Boots."), Some.Document("G", "general", "Brand."));
        var query = Some.Query("boots");

        var found = await _retriever.RetrieveAsync(query with { Filters = query.Filters with { Category = "support" } }, default);
        var fallback = await _retriever.RetrieveAsync(query with { Filters = query.Filters with { Category = "loyalty" } }, default);

        Assert.Equal(["B/0", "G/0"], Places(found));
        Assert.Equal((true, "G/0"), (fallback.Fallback, Assert.Single(Places(fallback))));
    }

    [Fact]
    public async Task Without_general_content_the_fallback_is_empty()
    {
        await Index(Some.Document("A", "product", "Boots."));

        var result = await Ask("zeppelin");

        Assert.True(result.Fallback);
        Assert.Empty(result.Snippets);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a to of 10")]
    [InlineData("the and with for")]
    [InlineData("\"'()*:^-+")]
    public async Task Query_without_words_falls_back(string text)
    {
        await Index(
            Some.Document("A", "product", "A text to read, with all the words of 10 and more for the hills."),
            Some.Document("G", "general", "Brand."));

        var result = await Ask(text);

        Assert.True(result.Fallback);
        Assert.Equal(["G/0"], Places(result));
    }

    [Theory]
    [InlineData("men's boots")]
    [InlineData("boots\"")]
    [InlineData("boots OR")]
    [InlineData("NOT boots")]
    [InlineData("boots AND (")]
    [InlineData("boots NEAR(a, b)")]
    [InlineData("title: boots*")]
    [InlineData("{title section} : boots ^ -")]
    [InlineData("'; DROP TABLE paragraphs; -- boots")]
    [InlineData("boots\0 \uD800 \uFFFF")]
    public async Task Operators_and_quotes_in_a_query_are_plain_text(string text)
    {
        await Index(Some.Document("A", "product", "Boots."), Some.Document("B", "product", "Tents."));

        Assert.Equal("A/0", Places(await Ask(text))[0]);
        Assert.Equal("A/0", Places(await Ask("boots"))[0]);
    }

    [Fact]
    public async Task No_text_breaks_a_query()
    {
        await Index(Some.Document("A", "product", "Boots."));
        string[] parts =
        [
            "\"", "'", "(", ")", "*", ":", "^", "-", "+", "{", "}", "AND", "OR", "NOT", "NEAR",
            " ", ",", "boots", "\0", "\u0301", "é", "\uD83D", "\uDE00", "ß", "%", ";",
        ];
        var random = new Random(20260901);

        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => parts[random.Next(parts.Length)]));

            Assert.All((await Ask(text)).Snippets, s => Assert.Equal("A", s.DocumentId.Value));
        }
    }

    public static TheoryData<string, ContentDocument> Forbidden => new()
    {
        { "draft", Some.Document("X", "general", "Boots.") with { Status = ContentStatus.Draft } },
        { "withdrawn", Some.Document("X", "general", "Boots.") with { Status = ContentStatus.Withdrawn } },
        { "no approval date", Some.Document("X", "general", "Boots.") with { ApprovalDate = null } },
        { "approved later", Some.Document("X", "general", "Boots.") with { ApprovalDate = Some.Today.AddDays(1) } },
        { "not yet valid", Some.Document("X", "general", "Boots.") with { ValidFrom = Some.Today.AddDays(1) } },
        { "expired", Some.Document("X", "general", "Boots.") with { ExpiresOn = Some.Today.AddDays(-1) } },
        { "offer over", Some.Document("X", "general", "Boots.") with { Offer = new(10, null, null, null, null, Some.Today.AddDays(-1)) } },
        { "wrong audience", Some.Document("X", "general", "Boots.") with { Audience = ["gold"] } },
        { "wrong language", Some.Document("X", "general", "Boots.") with { Languages = ["de"] } },
        { "limited to a country", Some.Document("X", "general", "Boots.") with { Countries = ["GB"] } },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    [Requirement("2.1")]
    public async Task Document_that_may_not_be_used_is_never_returned(string rule, ContentDocument document)
    {
        Assert.NotEmpty(rule);
        await Index(document, Some.Document("G", "general", "Brand."), Some.Document("A", "product", "Other boots."));

        foreach (var text in new[] { "boots", "Title of X", "general", "zeppelin", "", "X boots general section" })
        {
            Assert.DoesNotContain((await Ask(text)).Snippets, s => s.DocumentId.Value == "X");
        }
    }

    [Fact]
    [Requirement("2.5")]
    public async Task Result_holds_query_and_time_for_the_record()
    {
        await Index(Some.Document("A", "product", "Boots."));
        var query = Some.Query("boots");

        var result = await _retriever.RetrieveAsync(query, default);

        Assert.Equal((query, Now), (result.Query, result.Timestamp));
        Assert.Equal("Retrieved 1 snippets for segment-1", Assert.Single(_logger.Entries).Text);
    }

    [Fact]
    public async Task Same_query_gives_the_same_result_whatever_order_the_documents_came_in()
    {
        var documents = Enumerable.Range(10, 40).Select(i => Some.Document($"D{i}", "product", "Boots and tents.", $"Boots {i % 3}.")).ToList();
        await Index(documents);
        var first = await Ask("boots tents");
        var second = await Ask("boots tents");
        documents.Reverse();
        await Index(documents);
        var third = await Ask("boots tents");

        Assert.Equal(first.Snippets, second.Snippets);
        Assert.Equal(first.Snippets, third.Snippets);
    }

    [Fact]
    public async Task Update_replaces_what_was_there()
    {
        await Index(Some.Document("A", "product", "Boots."));
        await Index(Some.Document("B", "product", "Boots."));

        Assert.Equal(["B/0"], Places(await Ask("boots")));
    }

    [Fact]
    public async Task Query_before_the_first_update_is_an_error() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Ask("boots"));

    [Fact]
    public async Task Concurrent_queries_and_updates_do_not_disturb_one_another()
    {
        var documents = Enumerable.Range(10, 20).Select(i => Some.Document($"D{i}", "product", $"Boots and word{i}.")).ToList();
        await Index(documents);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            if (i % 20 == 0)
            {
                await Index(documents);
            }

            Assert.Equal($"D{10 + (i % 20)}/0", Places(await Ask($"word{10 + (i % 20)}"))[0]);
        })));
    }

    [Fact]
    [Requirement("NFR-3")]
    public async Task Ten_thousand_documents_are_searched()
    {
        var documents = Enumerable.Range(0, 10_000)
            .Select(i => Some.Document($"D{i:00000}", "product", $"Boots number{i} for hiking.", $"Tents colour{i % 7} for camping.", "More for the hills."))
            .ToList();

        Assert.Equal(new IndexSummary(10_000, 30_000, 0), await Index(documents));
        Assert.Equal("D04711/0", Places(await Ask("hiking boots number4711"))[0]);
        Assert.Equal(5, (await Ask("boots tents camping hiking hills")).Snippets.Count);
    }
}
