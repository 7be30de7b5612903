using System.Globalization;
using SkOrchestrator.Runs;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>Finished steps scroll up, one line each; the running one has a bar below them. Only for a real terminal.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IRunDisplay
{
    private ProgressTask? _current;

    public Task ShowAsync(Func<Task> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 24 }, new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            _current = progress.AddTask("starting", autoStart: true, maxValue: 1);
            await work();
        });

    public void StepStarted(int number, int total, string step)
    {
        if (_current is { } task)
        {
            task.Description = string.Create(CultureInfo.InvariantCulture, $"{number}/{total} {step}");
            task.MaxValue = 1;
            task.Value = 0;
        }
    }

    public void Progress(int done, int total, string what)
    {
        if (_current is { } task)
        {
            task.MaxValue = total;
            task.Value = Math.Min(done, total);
        }
    }

    public void StepEnded(int number, int total, RunStep step)
    {
        var line = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        line.AddRow(
            new Markup(string.Create(CultureInfo.InvariantCulture, $"{Mark(step.Status)} [grey]{number,2}/{total}[/]")),
            new Text(step.Name.PadRight(8)),
            new Text(PlainText.Of(step.Detail ?? step.Status)));
        console.Write(line);
    }

    public void Warn(string text)
    {
        var line = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        line.AddRow(new Markup("[yellow]![/]"), new Text(PlainText.Of(text)));
        console.Write(line);
    }

    private static string Mark(string status) => status switch
    {
        "done" => "[green]✓[/]",
        "skipped" => "[grey]–[/]",
        _ => "[yellow]![/]",
    };
}
