using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>What an analysis does; null where it leaves the plan's choice.</summary>
public sealed record PlanChoices
{
    /// <summary>The metric that the verdict rests on.</summary>
    public string? Primary { get; init; }

    /// <summary>The metrics that are computed.</summary>
    public IReadOnlyList<string>? Metrics { get; init; }

    /// <summary>Days after sending that an event counts, by metric.</summary>
    public IReadOnlyDictionary<string, double>? WindowDays { get; init; }

    /// <summary>Significance level.</summary>
    public double? Alpha { get; init; }

    /// <summary>Correction for several treatments.</summary>
    public CorrectionMethod? Correction { get; init; }

    /// <summary>Planned shares by arm, control included; arms of weight 0 don't take part.</summary>
    public IReadOnlyDictionary<ArmId, double>? Weights { get; init; }

    /// <summary>The tone of each treatment that takes part.</summary>
    public IReadOnlyDictionary<ArmId, string>? Tones { get; init; }

    /// <summary>Guardrails with their margins.</summary>
    public IReadOnlyDictionary<string, double>? Guardrails { get; init; }

    /// <summary>The complaint rate at which an arm stops.</summary>
    public double? ComplaintStop { get; init; }

    /// <summary>The smallest effect that would matter, in percent.</summary>
    public double? SmallestEffectPercent { get; init; }

    /// <summary>Looks before the planned end.</summary>
    public MonitoringOptions? Monitoring { get; init; }

    /// <summary>Caps of numeric metrics.</summary>
    public IReadOnlyDictionary<string, double>? Caps { get; init; }

    /// <summary>The seed of the assignment.</summary>
    public int? Seed { get; init; }

    /// <summary>Share of customers who are mailed nothing.</summary>
    public double? HoldoutShare { get; init; }

    /// <summary>The treatments whose customers are in the data.</summary>
    public IReadOnlyList<string>? Treatments { get; init; }

    /// <summary>Customers in the data.</summary>
    public long? Customers { get; init; }

    /// <summary>All choices of an experiment.</summary>
    /// <param name="options">The experiment.</param>
    public static PlanChoices Of(ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new PlanChoices
        {
            Primary = options.Primary,
            Metrics = options.Metrics,
            WindowDays = options.Metrics.ToDictionary(m => m, m => PowerOutlook.WindowDays(options, m)),
            Alpha = options.Alpha,
            Correction = options.Correction,
            Weights = options.Weights,
            Tones = PlannedDesign.Treatments(options).ToDictionary(t => t.Id, t => t.Tone),
            Guardrails = options.Guardrails,
            ComplaintStop = options.ComplaintStop,
            SmallestEffectPercent = options.SmallestEffectPercent,
            Monitoring = options.Monitoring,
            Caps = options.Caps,
            Seed = options.Seed,
            HoldoutShare = options.HoldoutShare,
        };
    }
}
