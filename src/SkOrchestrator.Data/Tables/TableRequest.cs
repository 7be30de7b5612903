namespace SkOrchestrator.Data.Tables;

/// <summary>Which columns of a labelled table say what. A column has one role; its values are read only if it has one.</summary>
public sealed record TableRequest
{
    /// <summary>The file: CSV, CSV.gz or Parquet, one row per customer.</summary>
    public required string File { get; init; }

    /// <summary>The column that says which arm a customer was in.</summary>
    public required string ArmColumn { get; init; }

    /// <summary>The value of the arm column that is the control; upper and lower case count as the same where nothing matches exactly.</summary>
    public string Control { get; init; } = "control";

    /// <summary>Columns with a yes or no per customer.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Columns with a number per customer.</summary>
    public IReadOnlyList<string> NumericMetrics { get; init; } = [];

    /// <summary>Columns that put customers into segments: the first one is stratified over, the others are breakdowns of their own.</summary>
    public IReadOnlyList<string> SegmentBy { get; init; } = [];

    /// <summary>Columns with a number that was known before sending, for CUPED.</summary>
    public IReadOnlyList<string> Covariates { get; init; } = [];

    /// <summary>Caps of numeric metrics; each makes a second metric, <c>NAME_capped</c>.</summary>
    public IReadOnlyDictionary<string, double> Caps { get; init; } = new Dictionary<string, double>();

    /// <summary>Planned shares by arm; an arm with the share 0 is left out; empty = those of <see cref="PlannedWeights"/>.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    /// <summary>Shares of a locked plan by arm, taken when they name every arm of the file; otherwise the shares are equal.</summary>
    public IReadOnlyDictionary<string, double> PlannedWeights { get; init; } = new Dictionary<string, double>();

    /// <summary>The name of a metric that is cut off at its cap.</summary>
    public static string Capped(string metric) => $"{metric}_capped";

    /// <summary>The columns with the option that names each, in the order in which they are read.</summary>
    internal IReadOnlyList<(string Option, string Name)> Columns =>
    [
        ("--arm", ArmColumn),
        .. Metrics.Select(name => ("--metrics", name)),
        .. NumericMetrics.Select(name => ("--numeric-metrics", name)),
        .. SegmentBy.Select(name => ("--segment-by", name)),
        .. Covariates.Select(name => ("--covariate", name)),
    ];
}
