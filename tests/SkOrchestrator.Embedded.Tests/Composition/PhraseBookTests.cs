using System.Text.RegularExpressions;

namespace SkOrchestrator.Composition;

/// <summary>The phrases are the product's voice: they are edited by people, take effect at once, and make no claims.</summary>
public sealed partial class PhraseBookTests
{
    public static TheoryData<string> Hooks => [.. Some.Hooks];

    [Theory]
    [MemberData(nameof(Hooks))]
    public void Every_hook_has_an_opening_in_every_tone(string hook) =>
        Assert.All(Some.Tones, tone => Assert.True(PhraseFolder.Book.Find($"writer.openings.{hook}.{tone}").Count > 1));

    [Fact]
    [Requirement("NFR-11")]
    [Requirement("8.1")]
    public async Task Editing_a_phrase_changes_the_mail()
    {
        const string Mine = "Rain on the glasshouse roof is the best sound we know.";

        var draft = await Some.Mail(Some.WriteTask() with { Phrases = PhraseFolder.With("writer.openings.frequent.friendly", Mine) });

        Assert.Contains(Mine, draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phrase_with_a_slot_that_nothing_fills_or_with_a_banned_phrase_is_passed_over()
    {
        var phrases = PhraseFolder.With("writer.closings.friendly", "Ask for {first_name} at the counter.", "It is your last chance to come by.", "Drop in when you can.");

        var draft = await Some.Mail(Some.WriteTask() with { Phrases = phrases });

        Assert.Contains("Drop in when you can.", draft.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("{", draft.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_without_openings_uses_the_general_ones()
    {
        var body = (await Some.Mail(Some.WriteTask() with { Segment = Some.Segment(hooks: ["beekeeping"]) })).Body;

        Assert.Contains(PhraseFolder.Book.Find("writer.openings.general.friendly"), opening => body.Contains(opening, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("3.3")]
    public void Phrases_of_the_writer_state_no_figure_price_or_free_service()
    {
        var phrases = PhraseFolder.Book.Phrases.Where(p => p.Key.StartsWith("writer.", StringComparison.Ordinal) && !p.Key.StartsWith("writer.cues.", StringComparison.Ordinal)
            && !p.Key.StartsWith("writer.words.", StringComparison.Ordinal))
            .SelectMany(p => p.Value).ToList();

        Assert.True(phrases.Count > 150);
        Assert.All(phrases, phrase => Assert.DoesNotMatch(Claim(), phrase));
    }

    [GeneratedRegex(@"[\d%€$£\[\]]|\b(free|discount|guarantee\w*|cheap\w*|best price|save)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Claim();
}
