using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What an analysis without a run read: files, rows, events, and what of them did not count.</summary>
internal static class InputSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Source is not { } source || (source.InputLines.Count == 0 && source.EventFiles.Count == 0))
        {
            return null;
        }

        var blocks = new List<ReportBlock>();
        if (source.InputLines.Count > 0)
        {
            blocks.Add(new BulletList([.. source.InputLines.Select(ReportText.Line)]));
        }

        if (source.EventFiles.Count > 0)
        {
            blocks.Add(new ReportTable(
                "event-files", "Event files",
                [
                    new("File"), new("Form"), new("Records", true), new("Matched", true), new("Duplicates", true), new("Unmatched", true), new("Unknown", true),
                    new("Machine opens", true), new("Scanner clicks", true), new("Unsubscribe clicks", true),
                ],
                [.. source.EventFiles.Select(f => (IReadOnlyList<string>)
                    [
                        ReportText.Line(f.File), ReportText.Line(f.Provider),
                        .. new[] { f.Records, f.Matched, f.Duplicates, f.Unmatched, f.Unknown, f.MachineOpens, f.ScannerClicks, f.UnsubscribeClicks }.Select(n => ReportNumber.Count(n)),
                    ])],
                "Unmatched records belong to nobody who was assigned; unknown ones name an event that is not known. Neither counts, nor do machine opens, scanner clicks and clicks on the unsubscribe link."));
        }

        return new ReportSection("input", "What was read", blocks);
    }
}
