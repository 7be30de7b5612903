using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>What retrieval writes to the log; the full record of each query is the caller's <c>retrieval.jsonl</c>.</summary>
internal static partial class RetrievalLog
{
    [LoggerMessage(2101, LogLevel.Warning, "No content fits the query of {SegmentId}: {Snippets} general snippets are used instead")]
    public static partial void Fallback(ILogger logger, string segmentId, int snippets);

    [LoggerMessage(2102, LogLevel.Information, "Retrieved {Snippets} snippets for {SegmentId}")]
    public static partial void Retrieved(ILogger logger, string segmentId, int snippets);
}
