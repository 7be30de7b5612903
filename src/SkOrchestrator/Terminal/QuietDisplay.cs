using SkOrchestrator.Runs;

namespace SkOrchestrator.Terminal;

/// <summary>Shows nothing.</summary>
internal sealed class QuietDisplay : IRunDisplay
{
    public Task ShowAsync(Func<Task> work) => work();

    public void StepStarted(int number, int total, string step)
    {
    }

    public void Progress(int done, int total, string what)
    {
    }

    public void StepEnded(int number, int total, RunStep step)
    {
    }

    public void Warn(string text)
    {
    }
}
