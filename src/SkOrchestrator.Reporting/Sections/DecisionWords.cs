using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What each status of a decision means for a reader.</summary>
/// <param name="Headline">The status in words.</param>
/// <param name="Meaning">What follows from it.</param>
/// <param name="Kind">How the card looks.</param>
internal sealed record DecisionWords(string Headline, string Meaning, CalloutKind Kind)
{
    public static DecisionWords For(ReportFacts facts) => facts switch
    {
        { HasExperiment: false } => new("There was no experiment", "Nobody was assigned to a message.", CalloutKind.Problem),
        { IsMeasured: false, Campaign: null } => new("Nothing measured yet", "No outcome was observed, so there is nothing to compare.", CalloutKind.Note),
        { IsMeasured: false } => new("Nothing measured yet",
            "Messages are checked and customers assigned. This run observed no opens, clicks or purchases, so there is nothing to compare.", CalloutKind.Note),
        { IsWorse: true } => Worse(facts),
        { Analysis.Decision.Status: DecisionStatus.Winner } => new("A treatment beats control", Holds(facts), CalloutKind.Good),
        _ => For(facts.Analysis.Decision.Status),
    };

    private static DecisionWords Worse(ReportFacts facts)
    {
        var arms = facts.Worse.Select(c => facts.ArmName(c.Arm)).ToList();
        var (subject, it) = arms.Count switch
        {
            1 => ($"{arms[0]} is", "it"),
            2 => ($"{arms[0]} and {arms[1]} are", "them"),
            _ => ($"{ReportNumber.Count(arms.Count)} treatments are", "them"),
        };
        var others = facts.Family > arms.Count ? " No other treatment can be told apart from control." : string.Empty;
        return new($"{subject} worse than control", $"Do not use {it}. {Holds(facts)}{others}", CalloutKind.Problem);
    }

    /// <summary>What kind of p-value the verdict rests on.</summary>
    private static string Holds(ReportFacts facts) => facts switch
    {
        { IsCorrected: true } => "The difference holds after correction for several treatments.",
        { Family: > 1 } => "p-values are not corrected for several treatments, so a false find among them is likelier than alpha says.",
        _ => "The difference is larger than chance explains.",
    };

    private static DecisionWords For(string status) => status switch
    {
        DecisionStatus.Simulated => new("Simulated: a rehearsal, not a result",
            "Nobody was mailed. The numbers show that the machinery works and say nothing about customers.", CalloutKind.Warning),
        DecisionStatus.AaCheck => new("A/A check: every customer got the same mail",
            "The arms were drawn afterwards, so the true lift is zero and every difference is chance. The numbers test the machinery, not the messages.",
            CalloutKind.Warning),
        DecisionStatus.WindowOpen => new("Too early to say", "Customers can still answer, so there is no verdict yet. A difference that is there today may be gone tomorrow.", CalloutKind.Warning),
        DecisionStatus.Unhealthy => new("Unhealthy: do not read the results", "The arms do not have the sizes they should have, so every comparison may be wrong. Find the cause first.", CalloutKind.Problem),
        DecisionStatus.NotEnoughData => new("Not enough data", "There are too few observations for a verdict.", CalloutKind.Warning),
        DecisionStatus.Inconclusive => new("Inconclusive", "No treatment can be told apart from control.", CalloutKind.Note),
        DecisionStatus.Equivalent => new("Equivalent: no difference that would matter",
            "Every treatment was shown to be as good as control within the smallest effect of interest. That is a result, and more than finding no difference.", CalloutKind.Note),
        DecisionStatus.StopForHarm => new("Stop: a treatment does harm", "Stop sending the treatment named below, whatever it gains elsewhere.", CalloutKind.Problem),
        _ => new(ReportText.Line(status), "See the rules that fired.", CalloutKind.Note),
    };
}
