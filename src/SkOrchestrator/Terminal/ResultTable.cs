using SkOrchestrator.Campaign;
using SkOrchestrator.Reporting;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>The closing table: segments, messages, lift of the primary metric with its interval, verdict, and what to do next.</summary>
internal sealed class ResultTable
{
    private const int PlainWidth = 200;
    private const int NumberColumns = 5;
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
        Line($"Verdict: {summary.Verdict}");
        if (context.Analysis is { } analysis)
        {
            foreach (var rule in analysis.Decision.Rules)
            {
                Line($"         {rule}");
            }
        }

        if (exitCode == ExitCode.NothingApproved)
        {
            Line("Nothing can be sent: there is no approved control together with an approved treatment. The report says why.");
        }

        Line($"Report:  {context.Directory.HtmlReport}");
        Line($"Next:    orchestrator audit verify {context.Directory.Path}");
    }

    private Table TableOf(ResultSummary summary)
    {
        var table = new Table { Border = _isTerminal ? TableBorder.Rounded : TableBorder.Ascii };
        for (var i = 0; i < summary.Columns.Count; i++)
        {
            var column = new TableColumn(new Text(summary.Columns[i]));
            table.AddColumn(i is > 0 and < NumberColumns ? column.RightAligned() : column);
        }

        foreach (var row in summary.Rows)
        {
            table.AddRow(row.Select(cell => new Text(PlainText.Of(cell))));
        }

        return table;
    }

    /// <summary>Written past the console's wrapping: a path must stay in one piece.</summary>
    private void Line(string text) => _console.Profile.Out.Writer.WriteLine(PlainText.Of(text));
}
