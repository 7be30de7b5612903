using SkOrchestrator.Core.Tests.Safety;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;

namespace SkOrchestrator.Core.Tests.Messages;

[Requirement("3.3")]
public sealed class CitationRuleTests
{
    private const string Waxing = "[Source: Boots, Care and Repair, Waxing]";

    [Fact]
    public void A_body_without_citation_is_an_error_that_lists_what_may_be_cited()
    {
        var problem = Assert.Single(Drafts.Check(Drafts.Good with { Body = CitationText.Remove(Drafts.Good.Body) }, "CITE-NONE"));

        Assert.Contains(Drafts.Loyalty, problem.Fix, StringComparison.Ordinal);
        Assert.Contains(Waxing, problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Source: Loyalty Points Explained, Overview]")]
    [InlineData("[Source: Loyalty Points Explained]")]
    [InlineData("[Source: How points are earned]")]
    [InlineData("[Source: Loyalty Points Explained, Waxing]")]
    [InlineData("[Source: Document Title, Section]")]
    [InlineData("[Source: ]")]
    [InlineData("(Source: Loyalty Points Explained, How points are earned)")]
    [InlineData("Source: Loyalty Points Explained")]
    public void A_citation_of_nothing_that_was_retrieved_is_an_error(string citation) =>
        Assert.Equal(ProblemSeverity.Error, Assert.Single(Drafts.Check(Drafts.With($"Good to know. {citation}"), "CITE-UNKNOWN")).Severity);

    [Theory]
    [InlineData("[Source: loyalty points EXPLAINED,  How points  are earned ]")]
    [InlineData(Waxing)]
    public void Case_and_white_space_do_not_matter_and_commas_in_titles_are_fine(string citation) =>
        Assert.Empty(Drafts.Check(Drafts.With($"Good to know. {citation}")));

    [Fact]
    public void An_unknown_citation_names_the_nearest()
    {
        var problem = Assert.Single(Drafts.Check(Drafts.With("Good to know. [Source: Loyalty Points, How points are earnt]"), "CITE-UNKNOWN"));

        Assert.StartsWith($"Did you mean {Drafts.Loyalty}?", problem.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save 20% on wax.")]
    [InlineData("Wax costs €5.")]
    [InlineData("Waxing takes 24 hours.")]
    [InlineData("Only until the end of October.")]
    [InlineData("And free delivery for all.")]
    [InlineData("Twenty percent off.")]
    public void A_claim_without_citation_is_an_error(string claim)
    {
        Assert.Equal(ProblemSeverity.Error, Assert.Single(Drafts.Check(Drafts.With(claim), "CITE-SENTENCE")).Severity);
        Assert.Empty(Drafts.Check(Drafts.With($"{claim} {Waxing}"), "CITE-SENTENCE"));
        Assert.Empty(Drafts.Check(Drafts.With($"{claim[..^1]} {Waxing}."), "CITE-SENTENCE"));
    }

    [Fact]
    public void A_citation_speaks_of_its_own_sentence_only()
    {
        var problem = Assert.Single(Drafts.Check(Drafts.With($"Wax costs EUR 50. Leave it for 24 hours. {Waxing}"), "CITE-SENTENCE"));

        Assert.Contains("EUR 50", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Leave them for 24 hours.", true)]
    [InlineData("Leave them for 48 hours.", false)]
    [InlineData("20 % off with WAX20 from 50 EUR until 31 October 2026.", true)]
    [InlineData("30% off.", false)]
    [InlineData("Twenty percent off.", true)]
    [InlineData("Thirty percent off.", false)]
    [InlineData("€50 is the minimum.", true)]
    [InlineData("$50 is the minimum.", false)]
    [InlineData("Spend 50 or more.", true)]
    [InlineData("Over 20 waxes.", false)]
    [InlineData("24% off.", false)]
    [InlineData("Use WAX30.", false)]
    [InlineData("A voucher of EUR 5.", false)]
    public void A_figure_of_a_cited_sentence_is_in_its_source(string claim, bool supported) =>
        Assert.Equal(supported, Drafts.Check(Drafts.With($"{claim} {Waxing}"), "NUMBER").Count == 0);

    [Theory]
    [InlineData("100 points: EUR 5 for you", true)]
    [InlineData("Valid for 3 years", true)]
    [InlineData("Wax for 24 hours", false)]
    public void A_figure_of_the_subject_is_in_a_section_that_the_body_cites(string subject, bool supported) =>
        Assert.Equal(supported, Drafts.Check(Drafts.Good with { Subject = subject }, "NUMBER").Count == 0);

    [Fact]
    public void Citations_resolve_in_order_to_the_nearest_sentence_of_their_section()
    {
        var body = $"Your points stay valid for three years. {Drafts.Loyalty}\n\nWax your boots twice a season [Source: boots, care and repair, waxing]. Well. [Source: Nowhere, Never]";

        var citations = CitationResolver.Resolve(Drafts.Good with { Body = body }, Drafts.Snippets);

        Assert.Collection(
            citations,
            c => Assert.Equal(("DOC-007", 1, "Points stay valid for three years."), (c.DocumentId.Value, c.ParagraphIndex, c.Quote)),
            c => Assert.Equal(("DOC-003", "Boots, Care and Repair", "Waxing", 2, "Wax leather boots twice a season."), (c.DocumentId.Value, c.Title, c.Section, c.ParagraphIndex, c.Quote)));
    }

    [Fact]
    public void Citations_on_a_line_of_their_own_speak_of_the_sentence_before() =>
        Assert.Empty(Drafts.Check(Drafts.With($"Leave them for 24 hours.\n\n{Waxing}")));

    [Fact]
    public void Canonical_citations_are_written_as_title_and_section()
    {
        var draft = Drafts.Good with { Body = "Dry [Source:  boots, CARE and repair,  waxing ]. Wet. [Source: Nowhere, Never]" };

        Assert.Equal($"Dry {Waxing}. Wet. [Source: Nowhere, Never]", CitationResolver.Canonicalise(draft, Drafts.Snippets).Body);
    }

    [Fact]
    [Requirement("3.1")]
    public void Variants_that_are_almost_the_same_are_warned_of()
    {
        var one = Some.Variant(body: Drafts.Good.Body);
        var same = Some.Variant(body: Drafts.Good.Body.Replace("Hello", "Hi", StringComparison.Ordinal));
        var other = Some.Variant(body: "Something else altogether, from the first word to the very last.");

        var problem = Assert.Single(DistinctnessCheck.Check([one, same, other]));
        Assert.Equal(("DISTINCT", ProblemSeverity.Warning), (problem.Rule, problem.Severity));
    }
}
