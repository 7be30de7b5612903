using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>Writes a plan down.</summary>
public static class PlanLockFactory
{
    /// <summary>The plan without its hash.</summary>
    /// <param name="options">The experiment.</param>
    /// <param name="metrics">What it can show.</param>
    /// <param name="customers">Customers who will be assigned.</param>
    /// <param name="smallestArm">Customers in the smallest arm.</param>
    /// <param name="hashes">What the plan rests on.</param>
    /// <param name="sendAt">When the mails go out.</param>
    /// <param name="now">The time of locking.</param>
    public static PlanLock Of(
        ExperimentOptions options, IReadOnlyList<PlannedMetric> metrics, long customers, long smallestArm, PlanHashes hashes, DateTimeOffset sendAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(options);
        var treatments = PlannedDesign.Treatments(options);
        var primary = metrics.FirstOrDefault(m => m.IsPrimary);
        return new PlanLock
        {
            Version = PlanLock.CurrentVersion,
            ExperimentId = options.Id,
            LockedAt = now.ToUniversalTime(),
            Primary = options.Primary,
            Metrics = options.Metrics,
            WindowDays = options.Metrics.ToDictionary(m => m, m => PowerOutlook.WindowDays(options, m)),
            Alpha = options.Alpha,
            Correction = PlanWords.Of(options.Correction),
            Family = new PlanFamily([.. treatments.Select(t => t.Id.Value)], treatments.Count),
            Arms = [new PlannedArm(ArmId.Control.Value, null, options.Weights.GetValueOrDefault(ArmId.Control)),
                .. treatments.Select(t => new PlannedArm(t.Id.Value, t.Tone, options.Weights[t.Id]))],
            SmallestEffectPercent = options.SmallestEffectPercent,
            Guardrails = Sorted(options.Guardrails),
            ComplaintStop = options.ComplaintStop,
            Monitoring = new PlanMonitoring(PlanWords.Of(options.Monitoring.Method), options.Monitoring.Looks),
            Caps = Sorted(options.Caps),
            Seed = options.Seed,
            SampleSize = options.SampleSize,
            HoldoutShare = options.HoldoutShare,
            Customers = customers,
            SmallestArm = smallestArm,
            NeededPerArm = primary?.NeededForSmallestEffect,
            DetectableLiftPercent = primary?.DetectableLiftPercent,
            EndsAt = sendAt.ToUniversalTime() + TimeSpan.FromDays(PowerOutlook.WindowDays(options, options.Primary)),
            Hashes = hashes,
        };
    }

    private static SortedDictionary<string, double> Sorted(IReadOnlyDictionary<string, double> numbers) => new(numbers.ToDictionary(), StringComparer.Ordinal);
}
