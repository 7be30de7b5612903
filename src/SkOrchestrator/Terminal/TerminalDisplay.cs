using System.Globalization;
using SkOrchestrator.Runs;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>A line per step with a bar for the long ones, redrawn in place; only for a real terminal.</summary>
internal sealed class TerminalDisplay(IAnsiConsole console) : IRunDisplay
{
    private ProgressContext? _progress;
    private ProgressTask? _current;

    public Task ShowAsync(Func<Task> work) => console.Progress()
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 16 }, new ElapsedTimeColumn())
        .StartAsync(async progress =>
        {
            _progress = progress;
            await work();
        });

    public void StepStarted(int number, int total, string step) =>
        _current = _progress?.AddTask(Heading(number, total, step), autoStart: true, maxValue: 1);

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
        var task = _current ?? _progress?.AddTask(Heading(number, total, step.Name), autoStart: true, maxValue: 1);
        if (task is null)
        {
            return;
        }

        task.Description = $"{Heading(number, total, step.Name)} {Markup.Escape(PlainText.Of(step.Detail ?? step.Status))}";
        task.Value = task.MaxValue;
        task.StopTask();
        _current = null;
    }

    public void Warn(string text) => console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[yellow]warning:[/] {PlainText.Of(text)}");

    private static string Heading(int number, int total, string step) => string.Create(CultureInfo.InvariantCulture, $"[grey]{number,2}/{total}[/] {step,-9}");
}
