using SkOrchestrator.Analysis;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The executive summary: status, the rules that fired, what to keep in mind, five numbers.</summary>
internal static class DecisionSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        var decision = facts.Analysis.Decision;
        var words = DecisionWords.For(decision.Status);
        var blocks = new List<ReportBlock>
        {
            new Callout(words.Kind, words.Headline, [words.Meaning, .. decision.Rules.Select(ReportText.Line)]),
        };
        if (!facts.HasExperiment)
        {
            blocks.Add(new Callout(CalloutKind.Problem, "There was no experiment", WhyNoExperiment(facts)));
        }

        if (facts.Headline is { } headline)
        {
            blocks.Add(new KeyNumbers(Numbers(facts, headline)));
            blocks.Add(new Paragraph(Explain(facts, headline)));
        }

        if (decision.Caveats.Count > 0)
        {
            blocks.Add(new Subheading("Keep in mind"));
            blocks.Add(new BulletList([.. decision.Caveats.Select(ReportText.Line)]));
        }

        if (ReportText.Line(facts.Input.Narration) is { Length: > 0 } narration)
        {
            blocks.Add(new Subheading("In words"));
            blocks.Add(new Paragraph(narration));
            blocks.Add(new Paragraph($"Written by the experiment agent ({ReportText.Line(facts.Input.Run.Writer)}); the tables are binding.", IsNote: true));
        }

        return new ReportSection("decision", "Executive summary", blocks);
    }

    private static List<KeyNumber> Numbers(ReportFacts facts, Comparison c) =>
    [
        new("Lift", ReportNumber.Lift(c.RelativeLiftPercent?.Estimate), Against(facts, c)),
        new("Interval, low", ReportNumber.Lift(c.RelativeLiftPercent?.CiLow), $"{facts.IntervalLevel} confidence"),
        new("Interval, high", ReportNumber.Lift(c.RelativeLiftPercent?.CiHigh), $"{facts.IntervalLevel} confidence"),
        c.PValueAdjusted is { } adjusted
            ? new("p-value", ReportNumber.P(adjusted), $"corrected ({CorrectionName(facts)})")
            : new("p-value", ReportNumber.P(c.PValue), "not corrected"),
        new("Customers", ReportNumber.Count(facts.Input.Run.Funnel.Assigned), "assigned to an arm"),
    ];

    private static string Against(ReportFacts facts, Comparison c) =>
        facts.IsSimulated && c.DeclaredLiftPercent is { } declared
            ? $"simulated; declared {ReportNumber.Lift(declared)}"
            : $"{ReportFacts.MetricName(c.Metric)}, {facts.ArmName(c.Arm)}";

    private static string Explain(ReportFacts facts, Comparison c)
    {
        var subject = $"{ReportFacts.Capital(facts.ArmName(c.Arm))} against control on {ReportFacts.MetricName(c.Metric)}, over all segments";
        if (c.NotEstimable is { } reason)
        {
            return $"{subject}: not estimable, because {ReportText.Line(reason)}.";
        }

        var text = $"{subject}: lift {ReportNumber.Lift(c.RelativeLiftPercent?.Estimate)} " +
            $"({facts.IntervalLevel} interval {ReportNumber.LiftRange(c.RelativeLiftPercent)}).";
        return !facts.IsSimulated || c.DeclaredLiftPercent is not { } declared
            ? text
            : $"{text} The simulation declares {ReportNumber.Lift(declared)}" +
              c.CoversDeclaredLift switch { true => ", which the interval covers.", false => ", which the interval does not cover.", null => "." };
    }

    private static IReadOnlyList<string> WhyNoExperiment(ReportFacts facts)
    {
        var control = facts.Input.Variants.FirstOrDefault(v => v.Arm.IsControl);
        var reasons = new List<string>();
        if (control is null)
        {
            reasons.Add("No control message was written.");
        }
        else if (control.Status != VariantStatus.Approved)
        {
            reasons.Add($"The control message was {SafetySection.StatusName(control.Status)}; without control nothing can be compared.");
        }

        if (!facts.Input.Variants.Any(v => !v.Arm.IsControl && v.Status == VariantStatus.Approved))
        {
            reasons.Add("No treatment message was approved. Variants blocked by the safety gate: " +
                $"{ReportNumber.Count(facts.CountOf(VariantStatus.Blocked))}; not acceptable after all attempts: {ReportNumber.Count(facts.CountOf(VariantStatus.Failed))}.");
        }

        reasons.AddRange(facts.Analysis.Notes.Select(ReportText.Line));
        return reasons.Count > 0 ? reasons : ["Nobody was assigned to an arm."];
    }

    private static string CorrectionName(ReportFacts facts) => facts.Analysis.Correction switch
    {
        "holm" => "Holm",
        "bh" => "Benjamini–Hochberg",
        _ => ReportText.Line(facts.Analysis.Correction),
    };
}
