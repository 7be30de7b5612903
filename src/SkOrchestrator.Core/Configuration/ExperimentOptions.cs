using SkOrchestrator.Identity;

namespace SkOrchestrator.Configuration;

/// <summary>What <c>experiment_config.yaml</c> says.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The id of the experiment; part of the salt of the assignment.</summary>
    public required string Id { get; init; }

    /// <summary>3 to 4 treatment arms, one tone each.</summary>
    public required IReadOnlyList<TreatmentArm> Arms { get; init; }

    /// <summary>Planned shares by arm, control included; any positive numbers, 0 leaves an arm out.</summary>
    public required IReadOnlyDictionary<ArmId, double> Weights { get; init; }

    /// <summary>How many customers take part; null = all.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Share of customers who are mailed nothing, from 0 to below 1.</summary>
    public double HoldoutShare { get; init; }

    /// <summary>The assignment strategy; <c>stratified</c> is the one there is.</summary>
    public string Strategy { get; init; } = "stratified";

    /// <summary>The metric the verdict rests on.</summary>
    public string Primary { get; init; } = Metric.ClickRate;

    /// <summary>The metrics that are computed.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = Metric.All;

    /// <summary>Significance level, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Correction of the p-values of the treatments on the primary metric.</summary>
    public CorrectionMethod Correction { get; init; } = CorrectionMethod.Holm;

    /// <summary>How long after sending an event still counts, by metric.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>Where engagement comes from.</summary>
    public EngagementSource Engagement { get; init; } = EngagementSource.Simulated;

    /// <summary>The seed of everything random.</summary>
    public int Seed { get; init; }

    /// <summary>Whether the open rate may be the primary metric, though programs open mails too.</summary>
    public bool AllowOpenPrimary { get; init; }

    /// <summary>The smallest relative lift of the primary metric that would matter, in percent, above 0; null = not declared, and nothing can be called equivalent.</summary>
    public double? SmallestEffectPercent { get; init; }

    /// <summary>The largest tolerated difference to control of each guardrail, as a fraction; keys are <see cref="Metric.Guardrails"/>.</summary>
    public IReadOnlyDictionary<string, double> Guardrails { get; init; } = new Dictionary<string, double>();

    /// <summary>The complaint rate at which an arm stops, as a fraction.</summary>
    public double ComplaintStop { get; init; } = 0.003;

    /// <summary>Looks before the planned end.</summary>
    public MonitoringOptions Monitoring { get; init; } = new(MonitoringMethod.None, 1);

    /// <summary>Caps that numeric metrics are winsorised at, by metric, for the estimate beside the plain one.</summary>
    public IReadOnlyDictionary<string, double> Caps { get; init; } = new Dictionary<string, double>();

    /// <summary>How often a customer may be mailed.</summary>
    public ContactPolicy Contact { get; init; } = new(0, TimeSpan.FromDays(7));

    /// <summary>The rate table of simulated engagement.</summary>
    public SimulationOptions Simulation { get; init; } = new();
}
