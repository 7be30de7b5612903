using System.Text.RegularExpressions;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Composition;

/// <summary>The tones are different mails, and urgent never invents urgency.</summary>
public sealed partial class ToneTests
{
    private static readonly Snippet Dated = Some.Snippet(
        "DOC-8", "Autumn Sale", "The offer", "Selected bulbs are 20% off in orders over €30 until 15 January 2027. Bulbs ship in paper bags with planting notes.", 1.2);

    [Fact]
    [Requirement("3.4")]
    public async Task Three_tones_give_three_subjects_openings_closings_and_bodies_that_share_little()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var drafts = new List<MessageDraft>();
            foreach (var tone in (string[])[.. Some.Tones, "neutral"])
            {
                drafts.Add(await Some.Mail(Some.WriteTask(tone) with { Seed = seed }));
            }

            Assert.Equal(4, drafts.Select(d => d.Subject).Distinct().Count());
            Assert.Equal(4, drafts.Select(d => d.Preheader).Distinct().Count());
            Assert.Equal(4, drafts.Select(d => d.CallToAction).Distinct().Count());
            Assert.Equal(4, drafts.Select(d => d.Body.Split("\n\n")[1].Split('.')[0]).Distinct().Count());
            foreach (var (left, right) in drafts.SelectMany((l, i) => drafts.Skip(i + 1).Select(r => (l, r))))
            {
                Assert.True(Alike(left.Body, right.Body) < 0.6, $"seed {seed}: {Alike(left.Body, right.Body)}\n{left.Body}\n\n{right.Body}");
            }
        }
    }

    [Fact]
    [Requirement("3.4")]
    public async Task Tones_use_different_sentences_where_the_content_has_enough()
    {
        var random = new Random(5);
        var (used, different) = (0, 0);
        for (var round = 0; round < 20; round++)
        {
            var snippets = Enumerable.Range(0, 5).Select(i => Some.RandomSnippets(random)[0] with { DocumentId = new($"DOC-{i}"), Title = $"Title {(char)('A' + i)}", Score = 1 }).ToList();
            var quotes = new List<string>();
            foreach (var tone in Some.Tones)
            {
                quotes.AddRange((await Some.Mail(Some.WriteTask(tone, snippets))).Quotes.Select(q => q.Quote));
            }

            used += quotes.Count;
            different += quotes.Distinct().Count();
        }

        Assert.True(different > 0.8 * used, $"{different} of {used}");
    }

    [Fact]
    [Requirement("3.4")]
    public async Task Urgent_leads_with_a_dated_sentence_and_names_the_date_when_a_source_gives_one()
    {
        var draft = await Some.Mail(Some.WriteTask("urgent", [.. Some.Garden, Dated]));

        Assert.StartsWith("Selected bulbs are 20% off in orders over €30 until 15 January 2027.", draft.Quotes[0].Quote, StringComparison.Ordinal);
        Assert.Contains("15 January 2027", draft.Subject, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("3.4")]
    public async Task Without_a_date_in_the_sources_the_composers_own_words_do_not_press()
    {
        foreach (var hook in Some.Hooks)
        {
            for (var seed = 0; seed < 6; seed++)
            {
                foreach (var tone in Some.Tones)
                {
                    var draft = await Some.Mail(Some.WriteTask(tone) with { Segment = Some.Segment(hooks: [hook]), Seed = seed });
                    var own = draft.Quotes.Aggregate(draft.Body, (body, quote) => body.Replace(quote.Quote, string.Empty, StringComparison.Ordinal));

                    Assert.DoesNotMatch(Pressing(), $"{draft.Subject}\n{draft.Preheader}\n{CitationText.Remove(own)}\n{draft.CallToAction}");
                }
            }
        }
    }

    [Fact]
    public async Task A_date_that_has_passed_is_no_reason_to_be_urgent()
    {
        var draft = await Some.Mail(Some.WriteTask("urgent", [.. Some.Garden, Dated]) with { SendOn = new DateOnly(2027, 2, 1) });

        Assert.DoesNotContain("2027", draft.Subject + draft.Preheader + draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_friendly_exclaims_and_at_most_once()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            foreach (var hook in Some.Hooks)
            {
                var friendly = await Some.Mail(Some.WriteTask("friendly") with { Segment = Some.Segment(hooks: [hook]), Seed = seed });
                var urgent = await Some.Mail(Some.WriteTask("urgent") with { Segment = Some.Segment(hooks: [hook]), Seed = seed });

                Assert.True($"{friendly.Subject}{friendly.Preheader}{friendly.Body}".Count(c => c == '!') <= 1);
                Assert.DoesNotContain('!', $"{urgent.Subject}{urgent.Preheader}{urgent.Body}");
            }
        }
    }

    [Fact]
    public async Task A_tone_that_the_phrase_book_does_not_know_is_written_like_the_newsletter()
    {
        var draft = await Some.Mail(Some.WriteTask("playful"));

        Assert.InRange(WordCount.Of(draft.Body), 100, 200);
        Assert.NotEmpty(draft.Subject);
    }

    private static double Alike(string left, string right)
    {
        var (a, b) = (Triples(left), Triples(right));
        return a.Count(b.Contains) / (double)a.Union(b).Count();
    }

    private static HashSet<string> Triples(string body)
    {
        var words = CitationText.Remove(body).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, words.Length - 2).Select(i => string.Join(' ', words[i..(i + 3)]))];
    }

    [GeneratedRegex(@"\b(hurry|last chance|act now|don['’]t miss|running out|ends? (soon|today|tonight)|expires?|deadline|today only|while stocks? last|limited|only \w+ left|now or never|before it['’]s too late|until|tomorrow|tonight|diary)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pressing();
}
