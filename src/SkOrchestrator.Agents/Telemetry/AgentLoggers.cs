using Microsoft.Extensions.Logging;

namespace SkOrchestrator.Agents.Telemetry;

/// <summary>The three logs that agents write to.</summary>
internal sealed class AgentLoggers(ILoggerFactory factory)
{
    public ILogger System { get; } = factory.CreateLogger("SkOrchestrator.System");

    public ILogger Safety { get; } = factory.CreateLogger("SkOrchestrator.Safety");

    public ILogger Experiment { get; } = factory.CreateLogger("SkOrchestrator.Experiment");
}
