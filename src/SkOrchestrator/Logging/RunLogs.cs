using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace SkOrchestrator.Logging;

/// <summary>The three log files of a run. Which one an entry goes to follows from its category.</summary>
internal static class RunLogs
{
    /// <summary>Category of entries about safety decisions.</summary>
    public const string Safety = "SkOrchestrator.Safety";

    /// <summary>Category of entries about assignment, engagement and analysis.</summary>
    public const string Experiment = "SkOrchestrator.Experiment";

    /// <summary>Category of everything else.</summary>
    public const string System = "SkOrchestrator.System";

    public static Logger Open(string folder, string runId, string traceId, LogEventLevel level)
    {
        var formatter = new RunLogFormatter(runId, traceId);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        foreach (var (file, category) in new[] { ("system.log", System), ("safety_audit.log", Safety), ("experiment.log", Experiment) })
        {
            var path = Path.Combine(folder, file);
            File.Create(path).Dispose();
            configuration.WriteTo.Logger(log => log
                .Filter.ByIncludingOnly(entry => FileOf(entry) == category)
                .WriteTo.File(formatter, path, buffered: false, fileSizeLimitBytes: null, encoding: new global::System.Text.UTF8Encoding(false)));
        }

        return configuration.CreateLogger();
    }

    private static string FileOf(LogEvent entry) =>
        entry.Properties.TryGetValue(Constants.SourceContextPropertyName, out var value) && value is ScalarValue { Value: string category }
            ? category is Safety or Experiment ? category : System
            : System;
}
