using SkOrchestrator.Campaign;

namespace SkOrchestrator.Planning;

/// <summary>What a user asked <c>plan</c> to do.</summary>
/// <param name="Run">The run that is planned.</param>
/// <param name="Lock">Whether the plan is written down.</param>
/// <param name="Backtest">A past customer file to try the design on; null for none.</param>
internal sealed record PlanRequest(RunRequest Run, bool Lock, string? Backtest);
