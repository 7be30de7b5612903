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

    /// <summary>How often a customer may be mailed.</summary>
    public ContactPolicy Contact { get; init; } = new(0, TimeSpan.FromDays(7));

    /// <summary>The rate table of simulated engagement.</summary>
    public SimulationOptions Simulation { get; init; } = new();
}
