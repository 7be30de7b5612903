using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>What a step has to say: one line for a step of its own, or a finished entry for each of its names.</summary>
internal sealed record StepOutcome(string Status, string Detail, IReadOnlyList<RunStep>? Parts = null)
{
    public static StepOutcome Done(string detail) => new("done", detail);

    public static StepOutcome Skipped(string reason) => new("skipped", reason);

    public static StepOutcome Partial(string detail) => new("partial", detail);
}
