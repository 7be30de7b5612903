namespace SkOrchestrator.Runs;

/// <summary>What a run used. Calls of embedded providers cost nothing and are counted all the same.</summary>
public sealed record RunUsage(
    long ModelCalls, long InputTokens, long OutputTokens, decimal CostUsd, long SearchCalls, long SafetyCalls);
