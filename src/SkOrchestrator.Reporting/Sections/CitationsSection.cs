using SkOrchestrator.Analysis;
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

        var caution = facts.IsSimulated
            ? "Best in a simulation: the last column shows how the table will look, not what works."
            : facts.Analysis.SentMails is not null || facts.Analysis.Decision.Status == DecisionStatus.AaCheck
            ? "The messages of this run were sent to nobody, so none of them is the best of its segment."
            : "Best means the largest estimated lift of a segment, significant or not.";
        return new ReportSection("citations", "Citations",
        [
            new ReportTable("citations", "Approved documents by use in high-performing variants",
                [new("Document"), new("Title"), new("Approved variants that cite it", true), new("Best of their segment", true)],
                [.. citations.OrderByDescending(c => c.InWinningVariants).ThenByDescending(c => c.Variants).ThenBy(c => c.DocumentId, StringComparer.Ordinal)
                    .Select(c => (IReadOnlyList<string>)
                    [
                        ReportText.Line(c.DocumentId), ReportText.Line(c.Title), ReportNumber.Count(c.Variants), ReportNumber.Count(c.InWinningVariants),
                    ])],
                caution),
        ]);
    }
}
