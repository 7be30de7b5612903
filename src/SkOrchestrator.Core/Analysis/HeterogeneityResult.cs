namespace SkOrchestrator.Analysis;

/// <summary>Whether the effect differs between segments.</summary>
public sealed record HeterogeneityResult(
    string By, string Metric, string Arm, string Test, double? Statistic, double? PValue, double? PValueAdjusted)
{
    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
