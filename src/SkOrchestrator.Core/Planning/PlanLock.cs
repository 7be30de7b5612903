namespace SkOrchestrator.Planning;

/// <summary>
/// A plan that was written down before assignment; <c>plan.lock.json</c> is this record in camel case. Holds no personal data and no path.
/// The order of the members is the order of the file, and its hash rests on it.
/// </summary>
public sealed record PlanLock
{
    /// <summary>The version of this form.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the form of the file.</summary>
    public required int Version { get; init; }

    /// <summary>The experiment.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>When the plan was locked, UTC.</summary>
    public required DateTimeOffset LockedAt { get; init; }

    /// <summary>The metric that the verdict rests on.</summary>
    public required string Primary { get; init; }

    /// <summary>All metrics that are computed.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Days after sending that an event counts, by metric.</summary>
    public required IReadOnlyDictionary<string, double> WindowDays { get; init; }

    /// <summary>Two-sided significance level.</summary>
    public required double Alpha { get; init; }

    /// <summary><c>holm</c>, <c>bh</c> or <c>none</c>.</summary>
    public required string Correction { get; init; }

    /// <summary>The comparisons that are corrected together.</summary>
    public required PlanFamily Family { get; init; }

    /// <summary>Control and treatments with their planned shares.</summary>
    public required IReadOnlyList<PlannedArm> Arms { get; init; }

    /// <summary>The smallest relative lift that would matter, in percent; null = not declared.</summary>
    public required double? SmallestEffectPercent { get; init; }

    /// <summary>Guardrails with the largest tolerated rise over control, as a fraction.</summary>
    public required IReadOnlyDictionary<string, double> Guardrails { get; init; }

    /// <summary>The complaint rate at which an arm stops, as a fraction.</summary>
    public required double ComplaintStop { get; init; }

    /// <summary>How results may be read before the end.</summary>
    public required PlanMonitoring Monitoring { get; init; }

    /// <summary>Caps that numeric metrics are winsorised at.</summary>
    public required IReadOnlyDictionary<string, double> Caps { get; init; }

    /// <summary>The seed of the assignment.</summary>
    public required int Seed { get; init; }

    /// <summary>How many customers are drawn; null = all.</summary>
    public required int? SampleSize { get; init; }

    /// <summary>Share of customers who are mailed nothing.</summary>
    public required double HoldoutShare { get; init; }

    /// <summary>Customers who will be assigned when every message is approved.</summary>
    public required long Customers { get; init; }

    /// <summary>Customers in the smallest arm.</summary>
    public required long SmallestArm { get; init; }

    /// <summary>Customers of control that the smallest effect needs; null where there is no such number.</summary>
    public required long? NeededPerArm { get; init; }

    /// <summary>The relative lift of the primary metric that is found with 80 % power, in percent; null where none is.</summary>
    public required double? DetectableLiftPercent { get; init; }

    /// <summary>When the window of the primary metric closes, UTC: no verdict before.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What the plan rests on.</summary>
    public required PlanHashes Hashes { get; init; }

    /// <summary>Lower-case hex SHA-256 of the file without this member: a changed plan shows.</summary>
    public string Sha256 { get; init; } = string.Empty;
}
