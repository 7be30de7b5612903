using System.Reflection;
using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class DecisionWordsTests
{
    public static TheoryData<string> Statuses => [.. Constants(typeof(DecisionStatus))];

    public static TheoryData<string> Outcomes => [.. Constants(typeof(GuardrailOutcome))];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Every_status_has_words_of_its_own(string status)
    {
        var words = DecisionWords.For(new ReportFacts(SomeTable.Full(status)));

        Assert.NotEqual(status, words.Headline);
        Assert.DoesNotContain("_", words.Headline);
        Assert.True(words.Meaning.Length > 30, words.Meaning);
        Assert.DoesNotContain(Constants(typeof(DecisionStatus)).Where(s => s != status).Select(s => DecisionWords.For(new ReportFacts(SomeTable.Full(s))).Headline), words.Headline.Equals);
    }

    [Theory]
    [InlineData(DecisionStatus.StopForHarm, CalloutKind.Problem)]
    [InlineData(DecisionStatus.Unhealthy, CalloutKind.Problem)]
    [InlineData(DecisionStatus.WindowOpen, CalloutKind.Warning)]
    [InlineData(DecisionStatus.Equivalent, CalloutKind.Note)]
    [InlineData(DecisionStatus.Winner, CalloutKind.Good)]
    internal void The_card_looks_like_what_it_says(string status, CalloutKind kind) =>
        Assert.Equal(kind, DecisionWords.For(new ReportFacts(SomeTable.Full(status))).Kind);

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_outcome_of_a_guardrail_has_a_mark_and_words(string outcome)
    {
        var words = GuardrailsSection.Words(SomeTable.Full().Analysis.Guardrails[0] with { Outcome = outcome });

        Assert.Matches("^[▲▼●] [a-z ]+", words);
        Assert.Equal(outcome is GuardrailOutcome.Harm or GuardrailOutcome.Stop or GuardrailOutcome.Worse, words[0] == '▼');
        Assert.Equal(outcome == GuardrailOutcome.Passed, words[0] == '▲');
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);
}
