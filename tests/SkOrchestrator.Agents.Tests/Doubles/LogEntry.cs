using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Agents.Tests.Doubles;

internal sealed record LogEntry(string Category, LogLevel Level, string Text, IReadOnlyDictionary<string, string?> State);
