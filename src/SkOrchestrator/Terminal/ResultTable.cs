using SkOrchestrator.Campaign;
using SkOrchestrator.Reporting;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>The closing table: segments, messages, lift of the primary metric with its interval, verdict, and what to do next.</summary>
internal sealed class ResultTable(TextWriter data, bool noColor)
{
    private const int LiftColumn = 5;
    private readonly Screen _screen = new(data, noColor);

    public void Print(CampaignContext context, int exitCode)
    {
        var summary = ResultSummary.Of(ReportSource.Of(context));
        _screen.Line();
        if (summary.Remark is { } remark)
        {
            _screen.Line(remark);
        }

        _screen.Write(TableOf(summary));
        _screen.Line("▲ higher  ▼ lower  ● no clear difference  – not estimable");
        WriteVerdict([summary.Verdict, .. context.Analysis?.Decision.Rules ?? []]);

        foreach (var warning in context.Analysis?.Notes.Where(n => n.StartsWith("Warning:", StringComparison.Ordinal)) ?? [])
        {
            _screen.Say(warning);
        }

        if (exitCode == ExitCode.NothingApproved)
        {
            _screen.Line(context.Segments.Count == 0
                ? "Nothing can be sent: every customer is left out. The audience funnel of the report says why."
                : "Nothing can be sent: there is no approved control together with an approved treatment. The report says why.");
        }

        _screen.Line($"Report:  {context.Directory.HtmlReport}");
        _screen.Line($"Next:    {ProgramName.Current} audit verify {context.Directory.Path}");
    }

    /// <summary>Four columns, so that the table fits 80 characters: the marks of the verdicts stand in front of the lifts.</summary>
    private Table TableOf(ResultSummary summary)
    {
        var table = _screen.NewTable();
        table.AddColumn(new TableColumn("Segment"));
        table.AddColumn(new TableColumn("Customers").RightAligned());
        table.AddColumn(new TableColumn("Messages"));
        table.AddColumn(new TableColumn(new Text($"{summary.Columns[LiftColumn]}, {summary.Columns[LiftColumn + 1]}")));
        foreach (var row in summary.Rows.Select(cells => cells.Select(PlainText.Of).ToList()))
        {
            var failed = row[4] == "0" ? string.Empty : $", {row[4]} failed";
            var mark = row[^1].Split(' ')[0];
            table.AddRow(
                new Text(row[0]),
                new Text(row[1]),
                new Text($"{row[2]} approved\n{row[3]} blocked{failed}"),
                new Text(row[LiftColumn].StartsWith('–') ? "– not estimable" : $"{mark} {row[LiftColumn]}\n  {row[LiftColumn + 1]}"));
        }

        return table;
    }

    private void WriteVerdict(IReadOnlyList<string> lines)
    {
        if (!_screen.IsTerminal)
        {
            _screen.Line($"Verdict: {string.Join(". ", lines.Select(l => l.TrimEnd('.')))}.");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        for (var i = 0; i < lines.Count; i++)
        {
            grid.AddRow(new Text(i == 0 ? "Verdict:" : string.Empty), new Text(PlainText.Of(lines[i])));
        }

        _screen.Write(grid);
    }
}
