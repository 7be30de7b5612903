namespace SkOrchestrator.Analysis;

/// <summary>One treatment against control on one metric, in one segment or stratified over all. What can't be estimated is null, with the reason.</summary>
public sealed record Comparison
{
    /// <summary>The segment id, or <c>all</c> for the estimate over all of them, stratified where several have both arms.</summary>
    public required string Segment { get; init; }

    /// <summary>The treatment, or <c>any-treatment</c>.</summary>
    public required string Arm { get; init; }

    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Segments that the estimate covers.</summary>
    public IReadOnlyList<string> SegmentsIncluded { get; init; } = [];

    /// <summary>Share of the assigned customers that it covers, 0 to 1.</summary>
    public double? PopulationShare { get; init; }

    /// <summary>Treatment − control, as a fraction.</summary>
    public Interval? AbsoluteDifference { get; init; }

    /// <summary>The difference with an interval that holds for all treatments of the family at once (Bonferroni); null outside the family.</summary>
    public Interval? SimultaneousDifference { get; init; }

    /// <summary>(T − C) / C × 100 %. Without control events there is no estimate, and no upper but a lower bound.</summary>
    public Interval? RelativeLiftPercent { get; init; }

    /// <summary>The difference of the pooled counts, beside a stratified one.</summary>
    public double? Crude { get; init; }

    /// <summary>Whether crude and stratified difference have opposite signs.</summary>
    public bool Reversal { get; init; }

    /// <summary><c>chi_square</c>, <c>fisher</c>, <c>cmh</c>, <c>welch_t</c> or <c>none</c>.</summary>
    public required string Test { get; init; }

    /// <summary>The test statistic; null for Fisher.</summary>
    public double? Statistic { get; init; }

    /// <summary>Two-sided p-value; never 0: one too small for a double is given as 2.2e-308, which is above it.</summary>
    public double? PValue { get; init; }

    /// <summary>Fisher's mid-p beside the exact p-value; null with other tests.</summary>
    public double? MidPValue { get; init; }

    /// <summary>Corrected p-value.</summary>
    public double? PValueAdjusted { get; init; }

    /// <summary>Whether the corrected p-value is below alpha.</summary>
    public bool Significant { get; init; }

    /// <summary>Posterior probability that the treatment's rate is above control's; over several segments that of the stratified difference. Between 0 and 1, never either; null for means and in an A/A check.</summary>
    public double? ChanceToBeatControl { get; init; }

    /// <summary>The lift declared in the simulation, in percent; null where nothing was simulated.</summary>
    public double? DeclaredLiftPercent { get; init; }

    /// <summary>Whether the interval of the lift covers the declared one.</summary>
    public bool? CoversDeclaredLift { get; init; }

    /// <summary>Why there is no estimate; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
