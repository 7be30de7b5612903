using System.Globalization;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Analyses;

/// <summary>What a finished run keeps about itself: its settings and the plan it began with. Both are held against <c>run.json</c>, so that neither can be changed, added or taken away later without a word.</summary>
internal sealed class RunRecord
{
    private RunRecord(RunSettings settings, PlanLock? plan, IReadOnlyList<string> deviations) =>
        (Settings, Plan, Deviations) = (settings, plan, deviations);

    public RunSettings Settings { get; }

    /// <summary>The plan beside the run; null without one.</summary>
    public PlanLock? Plan { get; }

    /// <summary>Where the run, or what became of its plan, deviates from what was planned.</summary>
    public IReadOnlyList<string> Deviations { get; }

    /// <exception cref="InvalidInputException">The directory is no finished run, or what it rests on was changed or is gone.</exception>
    public static RunRecord Read(string run)
    {
        var settings = RunSettingsFile.Read(run);
        var manifest = ManifestFile.Read(Path.Combine(run, "run.json"))
            ?? throw Changed("RUN005", Path.Combine(run, "run.json"), "the manifest of the run is missing or damaged");
        var file = Path.Combine(run, RunSettingsFile.Name);
        if (manifest.SettingsSha256 is not { } seal || seal != FileHash.OfFile(file))
        {
            throw Changed("RUN006", file, "the settings of the run were changed after it ended");
        }

        var planFile = Path.Combine(run, PlanLockFile.Name);
        var plan = File.Exists(planFile) ? PlanLockFile.Read(planFile) : null;
        return plan is null && manifest.PlanSha256 is not null
            ? throw Changed("PLN002", planFile, "the run began with a locked plan, and that plan is gone")
            : new RunRecord(settings, plan, [.. settings.PlanDeviations, .. Later(plan, manifest)]);
    }

    private static IEnumerable<string> Later(PlanLock? plan, RunManifest manifest) => plan is null || plan.Sha256 == manifest.PlanSha256 ? []
        : [string.Create(CultureInfo.InvariantCulture, $"The run did not begin with this plan: it was locked at {plan.LockedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC, the run began at {manifest.StartedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC.")];

    private static InvalidInputException Changed(string code, string file, string message) => new(new Diagnostic(
        code, message, file, Expected: "the file as the run left it", Fix: "restore the file, or run the campaign again"));
}
