using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;

namespace SkOrchestrator.Core.Tests.Messages;

public sealed class DraftReaderTests
{
    private const string Json =
        """{"subject":"S","preheader":"P","body":"One.\r\n\r\nTwo {braces}.","call_to_action":"Go","citations":[{"title":"T","section":"X","quote":"Q"}]}""";

    [Theory]
    [InlineData(Json)]
    [InlineData("\ufeff" + Json)]
    [InlineData("```json\n" + Json + "\n```")]
    [InlineData("Sure! Here it is {for you}:\n" + Json + "\nAnything else {perhaps}?")]
    public void A_draft_is_read_whatever_stands_around_it(string text)
    {
        Assert.True(DraftReader.TryRead(text, out var draft, out var problem));

        Assert.Null(problem);
        Assert.Equal(("S", "P", "One.\n\nTwo {braces}.", "Go"), (draft.Subject, draft.Preheader, draft.Body, draft.CallToAction));
        Assert.Equal(new DraftQuote("T", "X", "Q"), Assert.Single(draft.Quotes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("I can't help with that.")]
    [InlineData("{")]
    [InlineData("""{"subject":"S","preheader":"P","body":"One""")]
    [InlineData("""{"subject":"S","preheader":"P","body":"One","call_to_action":"Go","citations":[{"title":"T","section":"X","quote":"Q"}]""")]
    [InlineData("""{"subject":"S","preheader":"P","body":"One"}""")]
    [InlineData("""{"subject":"S","preheader":null,"body":"One","call_to_action":"Go"}""")]
    [InlineData("""{"subject":"S","preheader":"P","body":["One"],"call_to_action":"Go"}""")]
    [InlineData("""{"subject":"S","preheader":"P","body":"B","call_to_action":"Go","citations":"T"}""")]
    [InlineData("""{"subject":"S","preheader":"P","body":"B","call_to_action":"Go","citations":["T"]}""")]
    [InlineData("""{"subject":"S","subject":"S2","preheader":"P","body":"B","call_to_action":"Go"}""")]
    [InlineData("""{"subject":"\ud800","preheader":"P","body":"B","call_to_action":"Go"}""")]
    [InlineData("""{"draft":{"subject":"S","preheader":"P","body":"B","call_to_action":"Go"}}""")]
    [InlineData(Json + "\n" + Json)]
    public void What_is_not_one_whole_draft_is_unreadable(string text)
    {
        Assert.False(DraftReader.TryRead(text, out var draft, out var problem));

        Assert.Null(draft);
        Assert.Equal(("UNREADABLE", ProblemSeverity.Error), (problem.Rule, problem.Severity));
        Assert.NotEmpty(problem.Fix);
    }

    [Fact]
    public void Quotes_are_optional()
    {
        Assert.True(DraftReader.TryRead("""{"subject":"S","preheader":"P","body":"B","call_to_action":"Go"}""", out var draft, out _));

        Assert.Empty(draft.Quotes);
    }
}
