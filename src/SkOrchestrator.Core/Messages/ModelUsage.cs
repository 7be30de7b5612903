namespace SkOrchestrator.Messages;

/// <summary>What the calls behind a variant used.</summary>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="CostUsd">Cost in US dollars by the configured price table.</param>
/// <param name="LatencyMs">Time in milliseconds.</param>
public sealed record ModelUsage(long InputTokens, long OutputTokens, decimal CostUsd, double LatencyMs)
{
    /// <summary>Nothing used.</summary>
    public static ModelUsage None { get; } = new(0, 0, 0, 0);

    /// <summary>Adds two usages up.</summary>
    public static ModelUsage operator +(ModelUsage left, ModelUsage right) => new(
        left.InputTokens + right.InputTokens,
        left.OutputTokens + right.OutputTokens,
        left.CostUsd + right.CostUsd,
        left.LatencyMs + right.LatencyMs);
}
