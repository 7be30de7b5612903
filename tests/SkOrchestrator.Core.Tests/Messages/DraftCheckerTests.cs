using SkOrchestrator.Messages;

namespace SkOrchestrator.Core.Tests.Messages;

public sealed class DraftCheckerTests
{
    [Fact]
    [Requirement("3.1")]
    public void A_good_draft_has_no_problem() => Assert.Empty(Drafts.Check(Drafts.Good));

    [Theory]
    [InlineData("**Subject:** Your points are waiting", "FORMAT")]
    [InlineData("Subject: Your points", "FORMAT")]
    [InlineData("", "FORMAT")]
    [InlineData("Two\nlines", "FORMAT")]
    [InlineData("A subject that goes on and on until no mail program in the whole world shows its end", "FORMAT")]
    [InlineData("Your points, **doubled**", "MARKDOWN")]
    [InlineData("Hello [First Name]", "PLACEHOLDER")]
    [InlineData("Re: your order", "SPAM")]
    [InlineData("FWD: your order", "SPAM")]
    [InlineData("Hello\u202ereversed", "CONTROL-CHARS")]
    [InlineData("Hel\u200blo", "CONTROL-CHARS")]
    [InlineData("A risk-free offer", "BRAND")]
    [InlineData("Save 30% today", "NUMBER")]
    [InlineData("Visit shop.example today", "LINK")]
    public void A_faulty_subject_is_an_error(string subject, string rule) => AssertError(Drafts.Good with { Subject = subject }, rule);

    [Theory]
    [InlineData("**Body:**\nHello", "FORMAT")]
    [InlineData("Body: hello", "FORMAT")]
    [InlineData("## Points", "MARKDOWN")]
    [InlineData("Take the `path`.", "MARKDOWN")]
    [InlineData("See [our shop](https://x.example).", "MARKDOWN")]
    [InlineData("- one\n- two", "MARKDOWN")]
    [InlineData("1. boots", "MARKDOWN")]
    [InlineData("So *very* light.", "MARKDOWN")]
    [InlineData("Best wishes, [Your Name]", "PLACEHOLDER")]
    [InlineData("Dear {{first_name}}", "PLACEHOLDER")]
    [InlineData("Dear {name}", "PLACEHOLDER")]
    [InlineData("Dear <name>", "PLACEHOLDER")]
    [InlineData("Dear *|FNAME|*", "PLACEHOLDER")]
    [InlineData("TODO: add offer", "PLACEHOLDER")]
    [InlineData("Lorem ipsum dolor", "PLACEHOLDER")]
    [InlineData("Code XXX at the till.", "PLACEHOLDER")]
    [InlineData("See [source: loyalty].", "PLACEHOLDER")]
    [InlineData("As an AI language model I like walks.", "COMMENTARY")]
    [InlineData("This email integrates insights relevant to walkers.", "COMMENTARY")]
    [InlineData("Here is your friendly variant.", "COMMENTARY")]
    [InlineData("I hope this draft suits you.", "COMMENTARY")]
    [InlineData("See https://alderandwren.example/boots now.", "LINK")]
    [InlineData("See www.alderandwren.example now.", "LINK")]
    [InlineData("Write to care@alderandwren.example.", "LINK")]
    [InlineData("Call +44 1422 555 0100 now.", "LINK")]
    [InlineData("Call 020 7946 0018 now.", "LINK")]
    [InlineData("Once  in a\nLifetime.", "BRAND")]
    public void A_faulty_body_is_an_error(string sentence, string rule) => AssertError(Drafts.With(sentence), rule);

    [Theory]
    [InlineData("Boots wear out, and that’s fine: we mend them.")]
    [InlineData("Our riskfree-spirited walkers love mud.")]
    [InlineData("Rain or shine – take the high path (or the low one).")]
    [InlineData("Dear walkers: the todo list can wait.")]
    [InlineData("Zoë, Łukasz and Søren wrote the café guide 👩‍🌾.")]
    public void Ordinary_sentences_are_fine(string sentence) => Assert.Empty(Drafts.Check(Drafts.With(sentence)));

    [Theory]
    [InlineData("A subject line of sixty-one characters, no more and no less..", "FORMAT")]
    [InlineData("GET YOUR POINTS NOW today", "SPAM")]
    [InlineData("Your points! Now!", "SPAM")]
    public void A_weak_subject_is_a_warning(string subject, string rule)
    {
        var problem = Assert.Single(Drafts.Check(Drafts.Good with { Subject = subject }));

        Assert.Equal((rule, ProblemSeverity.Warning), (problem.Rule, problem.Severity));
    }

    [Theory]
    [InlineData("Too short")]
    [InlineData("A preheader that is longer than the hundred and ten characters that mail programs are willing to show beside a subject")]
    public void A_preheader_of_poor_length_is_a_warning(string preheader) =>
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(Drafts.Check(Drafts.Good with { Preheader = preheader })).Severity);

    [Theory]
    [Requirement("3.1")]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void A_body_has_100_to_200_words_without_citations(int words, bool faulty)
    {
        var body = $"{string.Join(' ', Enumerable.Repeat("walk", words))}. {Drafts.Loyalty}";

        Assert.Equal(faulty, Drafts.Check(Drafts.Good with { Body = body }, "WORDS").Count == 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A call to action that is much longer than forty characters")]
    [InlineData("Go to www.shop.example")]
    public void A_faulty_call_to_action_is_an_error(string label) => AssertError(Drafts.Good with { CallToAction = label }, "CTA");

    [Fact]
    public void Half_a_character_is_an_error_and_nothing_else_is_judged()
    {
        var problem = Assert.Single(Drafts.Check(Drafts.Good with { Body = $"Hello \ud800 [Source: \ud800]", Subject = "" }));

        Assert.Equal(("CONTROL-CHARS", ProblemSeverity.Error), (problem.Rule, problem.Severity));
    }

    [Fact]
    public void Every_problem_says_what_the_writer_should_do()
    {
        var problems = Drafts.Check(new MessageDraft("Subject: [Name]!", "", "**TODO** 30% at x.example, as an AI {{x}}", "", []));

        Assert.True(problems.Count > 8);
        Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Fix)));
    }

    private static void AssertError(MessageDraft draft, string rule) =>
        Assert.Contains(Drafts.Check(draft), p => p.Rule == rule && p.Severity == ProblemSeverity.Error);
}
