using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Planning;

/// <summary>Locks a plan; never over another one.</summary>
internal static class PlanLocker
{
    private const int ShownDeviations = 3;

    /// <param name="plan">The plan.</param>
    /// <param name="experiment">The experiment that it plans.</param>
    /// <param name="output">The folder of the runs.</param>
    /// <param name="endIsGiven">Whether the user said when the mails go out; otherwise the end moves with the clock and is no part of the plan.</param>
    /// <exception cref="InvalidInputException">Another plan is locked there (PLN001), or the file can't be used (PLN002).</exception>
    public static PlanLockStatus Lock(PlanLock plan, ExperimentOptions experiment, string output, bool endIsGiven)
    {
        var path = Path.Combine(output, PlanLockFile.Name);
        if (!File.Exists(path))
        {
            return new PlanLockStatus(path, PlanLockStatus.Locked, PlanLockFile.Write(path, plan));
        }

        var present = PlanLockFile.Read(path);
        return PlanLockFile.AreEqual(present, plan, endIsGiven)
            ? new PlanLockStatus(path, PlanLockStatus.AlreadyLocked, present)
            : throw new InvalidInputException(new Diagnostic(
                "PLN001",
                "another plan is locked here, and a locked plan is never written over",
                path,
                Found: Describe(present, plan, experiment),
                Expected: "no locked plan, or this one",
                Fix: "choose another experiment id together with another --output, or delete the file deliberately: who changes a plan after seeing data has no plan"));
    }

    /// <summary>What is locked there already; null where nothing is. Writes nothing.</summary>
    /// <param name="plan">The plan that is shown.</param>
    /// <param name="experiment">The experiment that it plans.</param>
    /// <param name="output">The folder of the runs.</param>
    /// <param name="endIsGiven">Whether the user said when the mails go out.</param>
    /// <exception cref="InvalidInputException">The file can't be used (PLN002), so that no run could begin here.</exception>
    public static PlanLockStatus? Look(PlanLock plan, ExperimentOptions experiment, string output, bool endIsGiven)
    {
        var path = Path.Combine(output, PlanLockFile.Name);
        if (!File.Exists(path))
        {
            return null;
        }

        var present = PlanLockFile.Read(path);
        if (PlanLockFile.AreEqual(present, plan, endIsGiven))
        {
            return new PlanLockStatus(path, PlanLockStatus.AlreadyLocked, present);
        }

        var consequence = present.ExperimentId == experiment.Id ? "a run with these options deviates from it" : "a run of this experiment is not held to it";
        return new PlanLockStatus(path, PlanLockStatus.OtherPlanLocked, present)
        {
            Difference = $"Another plan is locked in {path}, and {consequence}: {Describe(present, plan, experiment)}",
        };
    }

    private static string Describe(PlanLock present, PlanLock plan, ExperimentOptions experiment)
    {
        var head = FormattableString.Invariant($"a plan for {present.ExperimentId}, locked at {present.LockedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
        if (PlanReviewer.Review(present, experiment, plan.Hashes) is not { } review)
        {
            return head;
        }

        List<string> differences = [.. review.Deviations];
        if (differences.Count == 0)
        {
            differences.Add(present.Customers == plan.Customers
                ? "The end of the experiment differs."
                : FormattableString.Invariant($"Customers: planned {present.Customers}, now {plan.Customers}."));
        }

        var rest = differences.Count - ShownDeviations;
        return $"{head}. {string.Join(' ', differences.Take(ShownDeviations))}{(rest > 0 ? FormattableString.Invariant($" And {rest} more.") : string.Empty)}";
    }
}
