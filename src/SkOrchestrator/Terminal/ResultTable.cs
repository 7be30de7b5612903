using SkOrchestrator.Campaign;
using SkOrchestrator.Reporting;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>The closing table: segments, messages, lift of the primary metric with its interval, verdict, and what to do next.</summary>
internal sealed class ResultTable
{
    private const int PlainWidth = 200;
    private const int LiftColumn = 5;
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    public ResultTable(TextWriter data, bool noColor)
    {
        _isTerminal = !Console.IsOutputRedirected;
        _console = Terminals.Of(data, noColor);
        if (!_isTerminal)
        {
            _console.Profile.Width = PlainWidth;
        }
    }

    public void Print(CampaignContext context, int exitCode)
    {
        var summary = ResultSummary.Of(ReportSource.Of(context));
        Line(string.Empty);
        if (summary.Remark is { } remark)
        {
            Line(remark);
        }

        _console.Write(TableOf(summary));
        Line("▲ higher  ▼ lower  ● no clear difference  – not estimable");
        WriteVerdict([summary.Verdict, .. context.Analysis?.Decision.Rules ?? []]);

        foreach (var warning in context.Analysis?.Notes.Where(n => n.StartsWith("Warning:", StringComparison.Ordinal)) ?? [])
        {
            WriteText(warning);
        }

        if (exitCode == ExitCode.NothingApproved)
        {
            Line(context.Segments.Count == 0
                ? "Nothing can be sent: every customer is left out. The audience funnel of the report says why."
                : "Nothing can be sent: there is no approved control together with an approved treatment. The report says why.");
        }

        Line($"Report:  {context.Directory.HtmlReport}");
        Line($"Next:    {ProgramName.Current} audit verify {context.Directory.Path}");
    }

    /// <summary>Four columns, so that the table fits 80 characters: the marks of the verdicts stand in front of the lifts.</summary>
    private Table TableOf(ResultSummary summary)
    {
        var table = new Table { Border = _isTerminal ? TableBorder.Simple : TableBorder.Ascii };
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
        if (!_isTerminal)
        {
            Line($"Verdict: {string.Join(". ", lines.Select(l => l.TrimEnd('.')))}.");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        for (var i = 0; i < lines.Count; i++)
        {
            grid.AddRow(new Text(i == 0 ? "Verdict:" : string.Empty), new Text(PlainText.Of(lines[i])));
        }

        _console.Write(grid);
    }

    private void WriteText(string text)
    {
        if (_isTerminal)
        {
            _console.Write(new Text(PlainText.Of(text) + "\n"));
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>Written past the console's wrapping: a path must stay in one piece.</summary>
    private void Line(string text) => _console.Profile.Out.Writer.WriteLine(PlainText.Of(text));
}
