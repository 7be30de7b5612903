using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Where the customers of the file went, with a reason for everyone who left.</summary>
internal static class FunnelSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Campaign is not { } input)
        {
            return null;
        }

        var funnel = input.Run.Funnel;
        List<IReadOnlyList<string>> rows =
        [
            Row("Rows in the file", funnel.Rows, funnel.Rows),
            Row("− rejected rows (see diagnostics.csv)", funnel.Rejected, funnel.Rows),
            Row("= loaded", funnel.Loaded, funnel.Rows),
            .. funnel.Excluded.OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)
                .Select(e => Row("− " + ReportText.Line(e.Key).Replace('_', ' '), e.Value, funnel.Rows)),
            Row("− held out, mailed nothing", funnel.HeldOut, funnel.Rows),
            Row("= assigned to an arm", funnel.Assigned, funnel.Rows),
        ];
        var note = input.DiagnosticCount > 0
            ? $"diagnostics.csv lists {ReportNumber.Count(input.DiagnosticCount)} rejected or repaired rows with line, column and reason."
            : null;
        var blocks = new List<ReportBlock>
        {
            new ReportTable("funnel", "From file to experiment", [new("Step"), new("Customers", true), new("Share of rows", true)], rows, note),
        };
        if (facts.CountsAssigned)
        {
            blocks.Add(new ReportTable("assigned", "Assigned customers by segment and arm",
                [new("Segment"), .. facts.ArmIds.Select(a => new ReportColumn(facts.ArmName(a), true))],
                [.. facts.SegmentIds.Append("all").Select(s => (IReadOnlyList<string>)
                    [facts.SegmentName(s), .. facts.ArmIds.Select(a => ReportNumber.Count(facts.Arm(s, a)?.Assigned))])]));
        }

        return new ReportSection("funnel", "Audience funnel", blocks);
    }

    private static IReadOnlyList<string> Row(string step, long count, long rows) =>
        [step, ReportNumber.Count(count), rows > 0 ? ReportNumber.Percent((double)count / rows) : ReportNumber.Missing];
}
