using SkOrchestrator.Runs;

namespace SkOrchestrator.Terminal;

/// <summary>Shows a run's progress; on stderr, never on stdout.</summary>
internal interface IRunDisplay
{
    /// <summary>Runs the work and shows it while it lasts.</summary>
    Task ShowAsync(Func<Task> work);

    void StepStarted(int number, int total, string step);

    void Progress(int done, int total, string what);

    void StepEnded(int number, int total, RunStep step);

    void Warn(string text);
}
