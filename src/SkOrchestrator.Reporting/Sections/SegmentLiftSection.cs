using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Lift inside each segment, with sample sizes and significance; exploratory.</summary>
internal static class SegmentLiftSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        var rows = facts.SegmentIds.SelectMany(s => facts.TreatmentIds.Select(a => Row(facts, s, a))).OfType<IReadOnlyList<string>>().ToList();
        if (rows.Count == 0 || !facts.IsMeasured)
        {
            return null;
        }

        List<ReportColumn> columns =
        [
            new("Segment"), new("Arm"), new("Control", true), new("Treatment", true), new($"Lift ({facts.IntervalLevel})", true),
        ];
        if (facts.IsSimulated)
        {
            columns.Add(new("Declared lift", true));
        }

        columns.AddRange([new("p", true), new("p corrected", true), new("Verdict")]);
        var blocks = new List<ReportBlock>
        {
            new Callout(CalloutKind.Note, "Exploratory",
            [
                "Segments are smaller than the whole and there are many of them: some will look good by chance. " +
                "Use these numbers to choose what to test next, not to choose winners.",
            ]),
            new ReportTable("segment-lift", $"{ReportFacts.Capital(ReportFacts.MetricName(facts.Primary))} by segment (exploratory)", columns, rows),
        };
        if (facts.Analysis.Heterogeneity.Count > 0)
        {
            blocks.Add(new ReportTable(
                "heterogeneity", "Does the effect differ between segments?",
                [new("Metric"), new("Arm"), new("Test"), new("Statistic", true), new("p", true), new("p corrected", true)],
                [.. facts.Analysis.Heterogeneity.Select(h => (IReadOnlyList<string>)
                    [
                        ReportFacts.MetricName(h.Metric), facts.ArmName(h.Arm), ReportText.Line(h.Test).Replace('_', ' '),
                        ReportNumber.General(h.Statistic), ReportNumber.P(h.PValue), ReportNumber.P(h.PValueAdjusted),
                    ])]));
        }

        return new ReportSection("segment-lift", "Lift by segment", blocks);
    }

    private static IReadOnlyList<string>? Row(ReportFacts facts, string segment, string arm)
    {
        if (facts.Comparison(segment, arm, facts.Primary) is not { } c)
        {
            return null;
        }

        List<string> cells =
        [
            facts.SegmentName(segment), facts.ArmName(arm), Counts(facts, segment, facts.Analysis.Control), Counts(facts, segment, arm),
            ScorecardSection.Estimate(c.RelativeLiftPercent, ReportNumber.Lift),
        ];
        if (facts.IsSimulated)
        {
            cells.Add(ReportNumber.Lift(c.DeclaredLiftPercent));
        }

        cells.AddRange([ReportNumber.P(c.PValue), ReportNumber.P(c.PValueAdjusted), ScorecardSection.Verdict(c)]);
        return cells;
    }

    private static string Counts(ReportFacts facts, string segment, string arm) => facts.Summary(segment, arm, facts.Primary) switch
    {
        null => ReportNumber.Missing,
        { Trials: not null } s => $"{ReportNumber.Unbreakable($"{ReportNumber.Count(s.Successes)} / {ReportNumber.Count(s.Trials)}")} ({ReportNumber.Percent(s.Rate)})",
        var s => $"{ReportNumber.Amount(s.Mean)} (n = {ReportNumber.Count(s.N)})",
    };
}
