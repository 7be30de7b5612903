using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Agents.Tests.Doubles;

/// <summary>Keeps every log entry with its state.</summary>
internal sealed class CollectingLoggerFactory : ILoggerFactory
{
    public List<LogEntry> Entries { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(string category, List<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = ((IEnumerable<KeyValuePair<string, object?>>)state!).ToDictionary(p => p.Key, p => p.Value?.ToString());
            lock (entries)
            {
                entries.Add(new LogEntry(category, logLevel, formatter(state, exception), values));
            }
        }
    }
}
