using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Agents.Telemetry;

/// <summary>Everything the agents log: ids, counts, outcomes and durations, never content.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Debug, "{agent} {action} {segmentId} {variantId}: {outcome} after {durationMs} ms")]
    public static partial void FunctionInvoked(ILogger logger, string agent, string action, string? segmentId, string? variantId, string outcome, double durationMs);

    [LoggerMessage(101, LogLevel.Error, "{agent} {action} {segmentId} {variantId}: {errorType} after {durationMs} ms")]
    public static partial void FunctionFailed(
        ILogger logger, string agent, string action, string? segmentId, string? variantId, string errorType, double durationMs, Exception error);

    [LoggerMessage(102, LogLevel.Warning, "{agent} {action} {segmentId} {variantId}: the model gave no usable answer ({kind})")]
    public static partial void ModelFailed(ILogger logger, string agent, string action, string? segmentId, string? variantId, string kind, Exception? error);

    [LoggerMessage(103, LogLevel.Information, "{agent} {action} {segmentId}: {count} snippets, fallback {fallback}")]
    public static partial void Retrieved(ILogger logger, string agent, string action, string segmentId, int count, bool fallback);

    [LoggerMessage(104, LogLevel.Warning, "{agent} {action} {segmentId}: nothing fitted the query; {count} snippets of general content instead")]
    public static partial void FellBack(ILogger logger, string agent, string action, string segmentId, int count);

    [LoggerMessage(105, LogLevel.Information, "{agent} {action} {segmentId} {variantId}: accepted after {attempts} attempts")]
    public static partial void Written(ILogger logger, string agent, string action, string segmentId, string variantId, int attempts);

    [LoggerMessage(106, LogLevel.Error, "{agent} {action} {segmentId} {variantId}: no acceptable draft after {attempts} attempts ({rules}); the variant is left out")]
    public static partial void NotWritten(ILogger logger, string agent, string action, string segmentId, string variantId, int attempts, string rules);

    [LoggerMessage(107, LogLevel.Information, "{agent} {action} {segmentId} {variantId}: {status}, {category} {severity}, screened by {screen}")]
    public static partial void Screened(ILogger logger, string agent, string action, string segmentId, string variantId, string status, string category, int? severity, string screen);

    [LoggerMessage(108, LogLevel.Error, "{agent} {action} {segmentId}: failed with {errorType}; the other segments go on")]
    public static partial void AgentFailed(ILogger logger, string agent, string action, string segmentId, string errorType, Exception error);

    [LoggerMessage(109, LogLevel.Information, "{agent} {action} {segmentId}: {approved} approved, {blocked} blocked, {failed} failed")]
    public static partial void ConversationEnded(ILogger logger, string agent, string action, string segmentId, int approved, int blocked, int failed);

    [LoggerMessage(110, LogLevel.Warning, "{agent} {action} {segmentId}: the model's text holds numbers that are not in the facts; the computed text is used")]
    public static partial void NumbersRejected(ILogger logger, string agent, string action, string? segmentId);

    [LoggerMessage(111, LogLevel.Information, "{agent} {action}: {outcome}")]
    public static partial void Narrated(ILogger logger, string agent, string action, string outcome);
}
