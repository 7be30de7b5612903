using Microsoft.Extensions.Logging;
using SkOrchestrator.Embedded.Retrieval;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Tests.Retrieval;

/// <summary>Keeps what is logged.</summary>
internal sealed class CollectingLogger : ILogger<SqliteSnippetRetriever>
{
    public List<(LogLevel Level, string Text)> Entries { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Entries)
        {
            Entries.Add((logLevel, formatter(state, exception)));
        }
    }
}
