namespace SkOrchestrator.Analysis;

/// <summary>Everything the report may say about the experiment; <c>analysis.json</c> is this record in camel case.</summary>
public sealed record ExperimentAnalysis
{
    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>Significance level.</summary>
    public required double Alpha { get; init; }

    /// <summary><c>holm</c>, <c>bh</c> or <c>none</c>.</summary>
    public required string Correction { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary><c>simulated</c>, <c>historical</c>, <c>none</c> or <c>imported</c>.</summary>
    public required string EngagementSource { get; init; }

    /// <summary>The metric the decision rests on.</summary>
    public required string PrimaryMetric { get; init; }

    /// <summary>The control arm.</summary>
    public required string Control { get; init; }

    /// <summary>The mails that were really sent, by arm, where those are other mails than the messages of the run; null otherwise.</summary>
    public IReadOnlyDictionary<string, string>? SentMails { get; init; }

    /// <summary>Arm counts against plan.</summary>
    public required SampleRatioResult SampleRatio { get; init; }

    /// <summary>Counts by segment and arm; <c>all</c> first.</summary>
    public IReadOnlyList<ArmResult> Arms { get; init; } = [];

    /// <summary>Treatments against control; <c>all</c> first.</summary>
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>What the sample could show.</summary>
    public IReadOnlyList<PowerResult> Power { get; init; } = [];

    /// <summary>Feature levels that go with engagement.</summary>
    public IReadOnlyList<AttributionResult> Attribution { get; init; } = [];

    /// <summary>Documents by use in well-performing variants.</summary>
    public IReadOnlyList<CitationResult> Citations { get; init; } = [];

    /// <summary>Whether the effect differs between segments.</summary>
    public IReadOnlyList<HeterogeneityResult> Heterogeneity { get; init; } = [];

    /// <summary>Metrics that must not get worse.</summary>
    public IReadOnlyList<GuardrailResult> Guardrails { get; init; } = [];

    /// <summary>One test of all arms per metric.</summary>
    public IReadOnlyList<OmnibusResult> Omnibus { get; init; } = [];

    /// <summary>Arms in order; null where there is no experiment.</summary>
    public RankingResult? Ranking { get; init; }

    /// <summary>Adjusted estimates beside the main ones.</summary>
    public IReadOnlyList<AdjustedResult> Adjusted { get; init; } = [];

    /// <summary>Ratios such as clicks per open; descriptive.</summary>
    public IReadOnlyList<RatioResult> Ratios { get; init; } = [];

    /// <summary>What may be said before the planned end; null where nothing was planned and the window is closed.</summary>
    public MonitoringResult? Monitoring { get; init; }

    /// <summary>Everybody who was mailed, control included, against the customers who were mailed nothing; empty without a holdout.</summary>
    public IReadOnlyList<Comparison> Holdout { get; init; } = [];

    /// <summary>How much of the window has passed; null where times are not known.</summary>
    public ObservationWindow? Window { get; init; }

    /// <summary>The locked plan and how it was kept to; null without one.</summary>
    public PlanReview? Plan { get; init; }

    /// <summary>The conclusion.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Remarks about the data, such as a sample that is too small.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
