using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Analysis;
using SkOrchestrator.Segmentation;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Experiment;

/// <summary>Has the result told in words. A text with a number that is not in the facts is dropped; the plain facts take its place.</summary>
internal sealed class ResultNarrator(Kernel kernel, PromptCaller prompts, PromptLibrary library, AgentLoggers loggers)
{
    private const string Simulated = "simulated";

    public async Task<string> NarrateAsync(ExperimentAnalysis analysis, IReadOnlyList<Segment> segments, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments { ["analysis"] = analysis, ["segments"] = segments };
        var result = await kernel.InvokeAsync(AgentName.Experiment, ExperimentPlugin.SummariseResults, arguments, cancellationToken).ConfigureAwait(false);
        var facts = result.GetValue<ResultFacts>() ?? ResultFacts.Of(analysis, segments);
        var variables = new Dictionary<string, string>
        {
            ["facts"] = string.Join('\n', facts.Lines),
            ["segments"] = string.Join('\n', facts.Segments),
            ["source"] = analysis.EngagementSource,
            ["status"] = analysis.Decision.Status,
        };
        var call = new PromptCall(AgentName.Experiment, PromptContract.NarrateResult, TaskName.NarrateResult,
            new NarrateResultArguments(analysis, segments, library.Phrases), variables);
        var outcome = await prompts.CallAsync(kernel, call, cancellationToken).ConfigureAwait(false);
        if (outcome.Text is not { } text)
        {
            return Plain(analysis, facts, "facts, the model gave no usable answer");
        }

        if (analysis.EngagementSource == Simulated && !text.Contains(Simulated, StringComparison.OrdinalIgnoreCase))
        {
            return Plain(analysis, facts, "facts, the model did not say that engagement is simulated");
        }

        if (NumberCheck.FindUnknown(text, facts.All).Count > 0)
        {
            Log.NumbersRejected(loggers.Experiment, AgentName.Experiment, PromptContract.NarrateResult, null);
            return Plain(analysis, facts, "facts, the model's numbers were not in the facts");
        }

        Log.Narrated(loggers.Experiment, AgentName.Experiment, PromptContract.NarrateResult, "narration");
        return text;
    }

    private string Plain(ExperimentAnalysis analysis, ResultFacts facts, string outcome)
    {
        Log.Narrated(loggers.Experiment, AgentName.Experiment, PromptContract.NarrateResult, outcome);
        var source = analysis.EngagementSource == Simulated ? "SIMULATED" : analysis.EngagementSource;
        return $"Engagement: {source}. Status: {analysis.Decision.Status}.\n" + string.Join('\n', facts.Lines.Select(l => $"- {l}"));
    }
}
