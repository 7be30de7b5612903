using System.Globalization;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Safety;

/// <summary>Comments on verdicts for the transcript. Nothing it returns can change one, and its failure is no failure of the screening.</summary>
internal sealed class SafetyAdviser(PromptCaller prompts, PromptLibrary library)
{
    private const int MaximumLength = 400;

    /// <summary>The verdict in words; null when there is no usable answer.</summary>
    public Task<string?> ExplainAsync(Kernel kernel, SafetyVerdict verdict, CancellationToken cancellationToken) =>
        AskAsync(kernel, new PromptCall(AgentName.Safety, PromptContract.ExplainVerdict, TaskName.ExplainVerdict,
            new ExplainVerdictArguments(verdict, library.Phrases), new Dictionary<string, string>
            {
                ["variant_id"] = verdict.VariantId.Value,
                ["status"] = verdict.Status,
                ["category"] = verdict.Category,
                ["severity"] = verdict.Severity?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                ["threshold"] = verdict.Threshold?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
                ["screen"] = verdict.Screen,
                ["reason"] = verdict.Reason,
            }, verdict.VariantId.Value), cancellationToken);

    /// <summary>A second opinion on the message; null when there is no usable answer.</summary>
    public Task<string?> GiveOpinionAsync(Kernel kernel, MessageVariant variant, SafetyVerdict verdict, CancellationToken cancellationToken) =>
        AskAsync(kernel, new PromptCall(AgentName.Safety, PromptContract.SecondOpinion, TaskName.SecondOpinion,
            new SecondOpinionArguments(variant, verdict, library.Phrases), new Dictionary<string, string>
            {
                ["subject"] = variant.Subject,
                ["body"] = variant.Body,
                ["status"] = verdict.Status,
            }, verdict.VariantId.Value), cancellationToken);

    private async Task<string?> AskAsync(Kernel kernel, PromptCall call, CancellationToken cancellationToken)
    {
        var outcome = await prompts.CallAsync(kernel, call, cancellationToken).ConfigureAwait(false);
        var line = string.Join(' ', (outcome.Text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length > MaximumLength ? line[..MaximumLength] + "…" : line;
    }
}
