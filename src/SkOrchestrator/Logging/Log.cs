using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Logging;

/// <summary>What the host itself logs. Counts and ids only; never a customer's value, never message text.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "SYSLIB1015", Justification = "arguments beyond the message are fields of the JSON entry")]
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "run started: {customers} with {provider} provider, seed {seed}", EventName = "run_started")]
    public static partial void RunStarted(
        ILogger logger, string customers, string content, string provider, int seed, string experiment, IReadOnlyList<string> arms, IReadOnlyList<string> metrics,
        double alpha, string engagement, IReadOnlyList<string> endpoints, string sendAt);

    [LoggerMessage(2, LogLevel.Information, "step {step} started", EventName = "step_started")]
    public static partial void StepStarted(ILogger logger, string step);

    [LoggerMessage(3, LogLevel.Information, "step {step} {status}: {detail}", EventName = "step_finished")]
    public static partial void StepFinished(ILogger logger, string step, string status, string? detail, double durationMs);

    [LoggerMessage(4, LogLevel.Warning, "{warning}", EventName = "warning")]
    public static partial void Warned(ILogger logger, string warning);

    [LoggerMessage(5, LogLevel.Error, "step {step} failed", EventName = "step_failed")]
    public static partial void StepFailed(ILogger logger, Exception exception, string step);

    [LoggerMessage(6, LogLevel.Information, "dataset loaded: {rows} rows, {loaded} customers, {rejected} rejected", EventName = "dataset_loaded")]
    public static partial void DatasetLoaded(ILogger logger, long rows, long loaded, long rejected);

    [LoggerMessage(7, LogLevel.Information, "customers assigned: {assigned}", EventName = "customers_assigned")]
    public static partial void CustomersAssigned(ILogger logger, long assigned, long heldOut, long excluded, int segments);

    [LoggerMessage(8, LogLevel.Information, "engagement observed from {source}", EventName = "engagement_observed")]
    public static partial void EngagementObserved(ILogger logger, string source);

    [LoggerMessage(9, LogLevel.Information, "experiment analysed: {status}", EventName = "experiment_analysed")]
    public static partial void ExperimentAnalysed(ILogger logger, string status, int comparisons, double? sampleRatioP);

    [LoggerMessage(11, LogLevel.Information, "run {status}", EventName = "run_finished")]
    public static partial void RunFinished(
        ILogger logger, string status, double runtimeMs, long modelCalls, long inputTokens, long outputTokens, decimal costUsd, long searchCalls, long safetyCalls);

    [LoggerMessage(12, LogLevel.Information, "content indexed: {documents} documents, {paragraphs} paragraphs", EventName = "content_indexed")]
    public static partial void ContentIndexed(ILogger logger, int documents, int paragraphs, int skipped);
}
