using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Which approved documents the messages rest on, and how often well-performing ones do.</summary>
internal static class CitationsSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        var citations = facts.Analysis.Citations;
        if (citations.Count == 0)
        {
            return null;
        }

        List<ReportColumn> columns = [new("Document"), new("Title"), new("Approved variants that cite it", true)];
        if (facts.IsMeasured)
        {
            columns.Add(new("Best of their segment", true));
        }

        var rows = citations.OrderByDescending(c => c.InWinningVariants).ThenByDescending(c => c.Variants).ThenBy(c => c.DocumentId, StringComparer.Ordinal)
            .Select(c => (IReadOnlyList<string>)
            [
                .. new[] { ReportText.Line(c.DocumentId), ReportText.Line(c.Title), ReportNumber.Count(c.Variants), ReportNumber.Count(c.InWinningVariants) }
                    .Take(columns.Count),
            ]).ToList();
        return new ReportSection("citations", "Citations",
        [
            facts.IsMeasured
                ? new ReportTable("citations", "Approved documents by use in high-performing variants", columns, rows, Caution(facts))
                : new ReportTable("citations", "Approved documents by use", columns, rows),
        ]);
    }

    private static string Caution(ReportFacts facts) => facts switch
    {
        { IsSimulated: true } => "Best in a simulation: the last column shows how the table will look, not what works.",
        { Analysis.SentMails: not null } => "The messages of this run were sent to nobody, so none of them is the best of its segment.",
        { IsSameMail: true } => "Best by chance: all customers got the same mail, so the last column shows how the table will look, not what works.",
        _ => "Best means the largest estimated lift of a segment, significant or not.",
    };
}
