using System.ComponentModel;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Agents.Safety;

/// <summary>The safety agent's functions. The verdict is the gate's; prompts only comment on it.</summary>
internal sealed class SafetyPlugin(SafetyGate gate, AgentLoggers loggers, UsageMeter meter)
{
    public const string ScreenVariant = "screen_variant";

    /// <summary>Screens one written variant.</summary>
    [KernelFunction(ScreenVariant)]
    [Description("Screens subject, preheader and body of a message and gives the binding verdict; a block is final.")]
    public async Task<SafetyDecision> ScreenAsync(MessageVariant variant, CancellationToken cancellationToken)
    {
        meter.AddSafetyCall();
        var decision = await gate.ScreenAsync(variant, cancellationToken).ConfigureAwait(false);
        var verdict = decision.Verdict;
        Log.Screened(loggers.Safety, AgentName.Safety, ScreenVariant, variant.SegmentId.Value, variant.VariantId.Value,
            verdict.Status, verdict.Category, verdict.Severity, verdict.Screen);
        return decision;
    }
}
