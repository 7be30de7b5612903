using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using SkOrchestrator.Commands;

namespace SkOrchestrator.Logging;

/// <summary>Registers the run's log files.</summary>
internal static class RunLogsExtensions
{
    public static void AddRunLogs(this ILoggingBuilder logging, string folder, string runId, string traceId, Verbosity verbosity)
    {
        var level = verbosity switch
        {
            Verbosity.Quiet => LogEventLevel.Warning,
            Verbosity.Normal => LogEventLevel.Information,
            Verbosity.Detailed => LogEventLevel.Debug,
            _ => LogEventLevel.Verbose,
        };
        logging.SetMinimumLevel(LogLevel.Trace);
        logging.AddSerilog(RunLogs.Open(folder, runId, traceId, level), dispose: true);
    }
}
