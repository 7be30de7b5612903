using System.ComponentModel;
using Microsoft.SemanticKernel;
using SkOrchestrator.Analysis;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Experiment;

/// <summary>The experiment agent's functions.</summary>
internal sealed class ExperimentPlugin
{
    public const string SummariseResults = "summarise_results";

    /// <summary>Puts the analysis into lines of facts.</summary>
    [KernelFunction(SummariseResults)]
    [Description("Summarises the analysis of the experiment as facts, each with its numbers.")]
    public ResultFacts Summarise(ExperimentAnalysis analysis, IReadOnlyList<Segment> segments) => ResultFacts.Of(analysis, segments);
}
