using System.Globalization;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Terminal;

/// <summary>One plain line at a time: for pipes, files and continuous integration.</summary>
internal sealed class PlainDisplay(TextWriter output) : IRunDisplay
{
    private readonly Lock _gate = new();

    public Task ShowAsync(Func<Task> work) => work();

    public void StepStarted(int number, int total, string step)
    {
    }

    public void Progress(int done, int total, string what) => Write(string.Create(CultureInfo.InvariantCulture, $"        {done}/{total} {what}"));

    public void StepEnded(int number, int total, RunStep step) => Write(string.Create(
        CultureInfo.InvariantCulture, $"[{number,2}/{total}] {step.Name,-9} {step.Status,-7} {step.Detail} ({step.DurationMs / 1000:0.0} s)"));

    public void Warn(string text) => Write($"warning: {text}");

    private void Write(string line)
    {
        lock (_gate)
        {
            output.WriteLine(PlainText.Of(line));
        }
    }
}
