using SkOrchestrator.Analysis;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The executive summary: status, what was done otherwise than planned, the numbers that matter, what was tested and came out, what to do next.</summary>
internal static class DecisionSection
{
    private const string Exploratory = "EXPLORATORY";

    public static ReportSection Build(ReportFacts facts)
    {
        var words = DecisionWords.For(facts);
        List<ReportBlock> blocks =
        [
            new Callout(words.Kind, words.Headline, facts.HasExperiment ? [words.Meaning, .. Rules(facts)] : WhyNoExperiment(facts.Campaign)),
            .. Deviations(facts),
            .. OpenWindow(facts),
            .. Reversals(facts),
            new KeyNumbers(SummaryNumbers.Of(facts)),
            new BulletList(SummaryLines.Of(facts)),
        ];
        if (Caveats(facts) is { Count: > 0 } caveats)
        {
            blocks.Add(new Subheading("Keep in mind"));
            blocks.Add(new BulletList(caveats));
        }

        // without an experiment the narration could only repeat the reasons above
        if (facts is { HasExperiment: true, Campaign: { } input } && facts.Words.Line(input.Narration) is { Length: > 0 } narration)
        {
            blocks.Add(new Subheading("In words"));
            blocks.Add(new Paragraph(narration));
            blocks.Add(new Paragraph($"Written by the experiment agent ({ReportText.Line(input.Run.Writer)}); the tables are binding.", IsNote: true));
        }

        return new ReportSection("decision", "Executive summary", blocks);
    }

    /// <summary>The plan in a line, such as "Plan locked on 2026-09-01 08:00 UTC (hash 0123456789ab)".</summary>
    public static string Lock(PlanReview plan) => $"Plan locked on {ReportNumber.Moment(plan.LockedAt)} (hash {Start(ReportText.Line(plan.Sha256))})";

    private static string Start(string hash) => hash.Length <= 12 ? hash : hash[..12];

    /// <summary>The rules that fired. Those of a simulation and of an A/A check only repeat what the status means.</summary>
    private static IEnumerable<string> Rules(ReportFacts facts) =>
        facts.IsSimulated || facts.IsSameMail ? [] : facts.Analysis.Decision.Rules.Select(facts.Words.Line);

    /// <summary>The caveats; deviations from the plan have a box of their own.</summary>
    private static List<string> Caveats(ReportFacts facts) =>
    [
        .. facts.Analysis.Decision.Caveats.Where(c => facts.Analysis.Plan?.Deviations.Any(d => c.EndsWith(d, StringComparison.Ordinal)) != true).Select(facts.Words.Line),
    ];

    private static IEnumerable<Callout> Deviations(ReportFacts facts)
    {
        if (facts.Analysis.Plan is { Deviations.Count: > 0 } plan)
        {
            yield return new Callout(CalloutKind.Warning, "Not as planned",
                [.. plan.Deviations.Select(facts.Words.Line).Select(d => d.StartsWith(Exploratory, StringComparison.Ordinal) ? d : $"{Exploratory}: {d}"), Lock(plan) + "."]);
        }
    }

    private static IEnumerable<Callout> OpenWindow(ReportFacts facts)
    {
        // a rule that fired may have said it already
        if (facts is { HasExperiment: true, IsOpen: true, Analysis.Window: { } window } &&
            !Rules(facts).Any(r => r.Contains(ReportNumber.Moment(window.ClosesAt), StringComparison.Ordinal)))
        {
            yield return new Callout(CalloutKind.Warning, $"The window is open: {ReportNumber.Percent(window.ElapsedShare)} of it has passed",
                [$"Customers can still answer until {ReportNumber.Moment(window.ClosesAt)}. The numbers are those of {ReportNumber.Moment(window.AsOf)} and will change."]);
        }
    }

    /// <summary>Simpson's paradox, significant or not: the pooled figures of the tables would be read the other way.</summary>
    private static IEnumerable<Callout> Reversals(ReportFacts facts)
    {
        var reversed = facts.MayBeRead ? facts.Analysis.Comparisons.Where(c => c is { Segment: "all", Reversal: true }).ToList() : [];
        if (reversed.Count > 0)
        {
            yield return new Callout(CalloutKind.Warning, "The pooled figures point the other way than the segments",
            [
                .. reversed.Select(c => $"{ReportFacts.MetricName(c.Metric)}, {facts.ArmName(c.Arm)}: pooled {Points(facts, c, c.Crude)}, inside the segments {Points(facts, c, c.AbsoluteDifference?.Estimate)}."),
                "The arms have different mixes of segments. The comparison inside the segments is meant; the pooled counts and rates mislead.",
            ]);
        }
    }

    private static string Points(ReportFacts facts, Comparison c, double? difference) => facts.IsNumeric(c.Metric)
        ? ReportNumber.SignedAmountOf(c.Crude, c.AbsoluteDifference?.Estimate)(difference)
        : ReportNumber.PointsOf(c.Crude, c.AbsoluteDifference?.Estimate)(difference);

    private static IReadOnlyList<string> WhyNoExperiment(ReportInput? input)
    {
        if (input is null)
        {
            return ["No customer stands in an arm."];
        }

        var control = input.Variants.FirstOrDefault(v => v.Arm.IsControl);
        var reasons = new List<string>();
        if (control is null)
        {
            reasons.Add("No control message was written.");
        }
        else if (control.Status != VariantStatus.Approved)
        {
            reasons.Add($"The control message was {SafetySection.StatusName(control.Status)}; without control nothing can be compared.");
        }

        if (!input.Variants.Any(v => !v.Arm.IsControl && v.Status == VariantStatus.Approved))
        {
            reasons.Add("No treatment message was approved. Variants blocked by the safety gate: " +
                $"{ReportNumber.Count(input.CountOf(VariantStatus.Blocked))}; not acceptable after all attempts: {ReportNumber.Count(input.CountOf(VariantStatus.Failed))}.");
        }

        return reasons.Count > 0 ? reasons : ["Nobody was assigned to an arm."];
    }
}
