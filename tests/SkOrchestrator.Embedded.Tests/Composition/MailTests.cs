using SkOrchestrator.Content;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>What every mail of the composer must hold, whatever the content.</summary>
public sealed class MailTests
{
    [Fact]
    [Requirement("3.1")]
    [Requirement("3.3")]
    public async Task A_mail_passes_every_check_of_the_pipeline_for_any_content_hook_tone_and_attempt()
    {
        var random = new Random(20261201);
        for (var round = 0; round < 100; round++)
        {
            var snippets = Some.RandomSnippets(random);
            foreach (var tone in (string[])[.. Some.Tones, "neutral"])
            {
                var task = Some.WriteTask(tone, snippets) with
                {
                    Segment = tone == "neutral" ? null : Some.Segment(1 + (round % 5), [Some.Hooks[round % Some.Hooks.Length]], ["kettle", "moss", "family"]),
                    Seed = round,
                    Attempt = 1 + (round % 3),
                };

                var draft = await Some.Mail(task);

                var problems = DraftChecker.Check(draft, new DraftContext(snippets, Some.Brand));
                Assert.True(problems.Count == 0, $"{tone}, round {round}: {string.Join("; ", problems)}\n{draft.Body}");
                Assert.InRange(draft.Subject.Length, 10, 55);
                Assert.InRange(draft.Preheader.Length, 40, 90);
            }
        }
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    [Requirement("3.1")]
    public async Task A_mail_has_100_to_200_words_in_three_paragraphs_between_greeting_and_sign_off(string tone)
    {
        var body = (await Some.Mail(Some.WriteTask(tone))).Body;

        Assert.InRange(WordCount.Of(body), 100, 200);
        var paragraphs = body.Split("\n\n");
        Assert.Equal(5, paragraphs.Length);
        Assert.Equal("Hello,", paragraphs[0]);
        Assert.Equal("The Fern & Field team", paragraphs[^1]);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    [Requirement("3.3")]
    [Requirement("2.3")]
    public async Task Every_quote_is_a_whole_sentence_of_its_section_and_stands_in_the_body_with_its_citation(string tone)
    {
        var draft = await Some.Mail(Some.WriteTask(tone));

        Assert.InRange(draft.Quotes.Count, 4, 8);
        Assert.Equal(draft.Quotes.Count, draft.Quotes.Select(q => q.Quote).Distinct().Count());
        Assert.Equal(draft.Quotes.Count, CitationText.FindAll(draft.Body).Count);
        Assert.All(draft.Quotes, quote =>
        {
            Assert.Contains($"{quote.Quote} {CitationText.Format(quote.Title, quote.Section)}", draft.Body, StringComparison.Ordinal);
            Assert.Contains(
                Some.Garden.Where(s => s.Title == quote.Title && s.Section == quote.Section).SelectMany(s => SentenceSplitter.Split(s.Text)),
                sentence => sentence == quote.Quote);
        });
    }

    [Fact]
    public async Task The_same_task_gives_the_same_mail_and_another_seed_another_one()
    {
        var first = await Some.Mail(Some.WriteTask());
        var again = await Some.Mail(Some.WriteTask());
        var bodies = new HashSet<string>();
        for (var seed = 1; seed <= 8; seed++)
        {
            bodies.Add((await Some.Mail(Some.WriteTask() with { Seed = seed })).Body);
        }

        Assert.Equal(first.Body, again.Body);
        Assert.Equal((first.Subject, first.Preheader, first.CallToAction), (again.Subject, again.Preheader, again.CallToAction));
        Assert.True(bodies.Count > 1);
    }

    [Theory]
    [InlineData("urgent")]
    [InlineData("informational")]
    [InlineData("friendly")]
    public async Task Another_attempt_is_another_mail(string tone)
    {
        var first = await Some.Mail(Some.WriteTask(tone));
        var second = await Some.Mail(Some.WriteTask(tone) with { Attempt = 2 });

        Assert.NotEqual(first.Body.Split("\n\n")[1], second.Body.Split("\n\n")[1]);
    }

    [Fact]
    public async Task A_sentence_that_was_complained_of_is_not_used_again()
    {
        var first = await Some.Mail(Some.WriteTask());
        var bad = first.Quotes[0].Quote;
        var problem = new DraftProblem("NUMBER", ProblemSeverity.Error, $"wrong: \"{bad}\"", "leave it out");

        var second = await Some.Mail(Some.WriteTask() with { Attempt = 2, Problems = [problem] });

        Assert.DoesNotContain(bad, second.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("These last for years and are kind to your hands in cold weather.")]
    [InlineData("However, the wooden handle needs a little oil before the winter.")]
    [InlineData("The last chance spade is a thing that everyone has waited for.")]
    [InlineData("Read more about the spade at https://elsewhere.example/spade today.")]
    [InlineData("Write to [Your Name] about the spade and we will send it.")]
    [InlineData("The spade is wonderful and so are you, dear gardener!")]
    [InlineData("The spade is cheaper in the shop until 31 May 2026 at noon.")]
    public async Task A_sentence_that_leans_on_another_is_banned_dated_or_marked_up_stays_out(string sentence)
    {
        var snippets = Some.Garden.Append(Some.Snippet("DOC-9", "Spade Days", "Spades", sentence, score: 9)).ToList();

        foreach (var tone in Some.Tones)
        {
            Assert.DoesNotContain(sentence, (await Some.Mail(Some.WriteTask(tone, snippets))).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_said_of_an_offer_that_has_ended()
    {
        var ended = new Offer(20, null, null, "EUR", "SPADE20", new DateOnly(2026, 11, 30));
        var snippets = Some.Garden.Append(Some.Snippet("DOC-9", "Spade Days", "Spades", "Every spade in the garden range is reduced by a fifth.", 9, offer: ended)).ToList();

        Assert.DoesNotContain("Spade Days", (await Some.Mail(Some.WriteTask("urgent", snippets))).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("3.1")]
    public async Task Short_phrases_are_made_up_for_with_more_content()
    {
        var phrases = new Dictionary<string, IReadOnlyList<string>>(PhraseFolder.Book.Phrases)
        {
            ["writer.openings.frequent.urgent"] = ["Look here."],
            ["writer.closings.urgent"] = ["Come by."],
        };

        var draft = await Some.Mail(Some.WriteTask("urgent") with { Phrases = new PhraseBook(phrases) });

        Assert.InRange(WordCount.Of(draft.Body), 100, 200);
    }

    [Fact]
    public async Task Too_little_content_gives_a_short_honest_mail_and_not_padding()
    {
        var draft = await Some.Mail(Some.WriteTask("friendly", [Some.Snippet("DOC-1", "Tools", "Spades", "The Badger spade has an ash handle.")]));
        var empty = await Some.Mail(Some.WriteTask("friendly", []));

        Assert.InRange(WordCount.Of(draft.Body), 20, 99);
        Assert.Single(draft.Quotes);
        Assert.Empty(empty.Quotes);
        Assert.Contains(DraftChecker.Check(empty, new DraftContext([], Some.Brand)), p => p.Severity == ProblemSeverity.Error);
    }

    [Fact]
    [Requirement("3.2")]
    public async Task The_mail_speaks_of_what_the_segment_cares_about()
    {
        var seeds = await Some.Mail(Some.WriteTask() with { Segment = Some.Segment(terms: ["seeds", "sowing", "children"]), Snippets = [.. Flat()] });
        var tools = await Some.Mail(Some.WriteTask() with { Segment = Some.Segment(terms: ["tools", "spade", "pruning"]), Snippets = [.. Flat()] });

        Assert.True(Cites(seeds, "Seeds for Spring") > Cites(tools, "Seeds for Spring"));
        Assert.True(Cites(tools, "Garden Tools") > Cites(seeds, "Garden Tools"));

        static IEnumerable<Snippet> Flat() => Some.Garden.Select(s => s with { Score = 1 });
        static int Cites(MessageDraft draft, string title) => draft.Quotes.Count(q => q.Title == title);
    }
}
