using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>The words of blocks, for tests that look for sentences.</summary>
internal static class ReportWordsOf
{
    public static string Section(ReportModel model, string id) => Blocks(model.Sections.Single(s => s.Id == id).Blocks);

    public static string Blocks(IEnumerable<ReportBlock> blocks) => string.Join('\n', blocks.SelectMany(b => b switch
    {
        BulletList list => list.Items,
        Callout callout => [callout.Title, .. callout.Lines],
        Paragraph paragraph => [paragraph.Text],
        KeyNumbers numbers => numbers.Numbers.Select(n => $"{n.Label}: {n.Value}, {n.Detail}"),
        ReportTable table => [table.Caption, .. table.Columns.Select(c => c.Header), .. table.Rows.SelectMany(r => r), table.Note ?? string.Empty],
        CommandLine command => [command.Text],
        Subheading heading => [heading.Text],
        _ => Array.Empty<string>(),
    }));
}
