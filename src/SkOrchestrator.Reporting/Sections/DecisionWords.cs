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
        { IsMeasured: false } => new("Nothing measured yet",
            "Messages are checked and customers assigned. This run observed no opens, clicks or purchases, so there is nothing to compare.", CalloutKind.Note),
        _ => For(facts.Analysis.Decision.Status),
    };

    private static DecisionWords For(string status) => status switch
    {
        "simulated" => new("Simulated: a rehearsal, not a result",
            "Nobody was mailed. The numbers show that the machinery works and say nothing about customers.", CalloutKind.Warning),
        "aa_check" => new("A/A check: every customer got the same mail",
            "The arms were drawn afterwards, so the true lift is zero and every difference is chance. The numbers test the machinery, not the messages.",
            CalloutKind.Warning),
        "window_open" => new("Too early to say", "Customers can still answer; the observation window is open.", CalloutKind.Warning),
        "unhealthy" => new("Unhealthy: do not read the results", "A check of the data failed; find the cause first.", CalloutKind.Problem),
        "not_enough_data" => new("Not enough data", "There are too few observations for a verdict.", CalloutKind.Warning),
        "inconclusive" => new("Inconclusive", "No treatment can be told apart from control.", CalloutKind.Note),
        "equivalent" => new("No difference worth having", "Treatments and control are equal within the margin.", CalloutKind.Note),
        "winner" => new("A treatment beats control", "The difference holds after correction for several treatments.", CalloutKind.Good),
        "stop_for_harm" => new("Stop: a treatment does harm", "Stop sending the harmful treatment.", CalloutKind.Problem),
        _ => new(ReportText.Line(status), "See the rules that fired.", CalloutKind.Note),
    };
}
