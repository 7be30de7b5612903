using System.Reflection;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Configuration;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Embedded.Screening;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>What is known of a run before its first step.</summary>
internal static class FirstManifest
{
    public static RunManifest Of(RunRequest request, CampaignConfiguration configuration, PromptLibrary prompts, string runId, DateTimeOffset startedAt) => new()
    {
        RunId = runId,
        StartedAt = startedAt,
        Status = "running",
        Seed = configuration.Experiment.Seed,
        Provider = request.Provider,
        EngagementSource = configuration.Experiment.Engagement.ToString().ToLowerInvariant(),
        SendAt = request.SendAt,
        Writer = EmbeddedComposer.ModelId,
        Screen = LexiconClassifier.ScreenName,
        Prompts = prompts.Files,
        Config = [.. configuration.Files.Select(f => new RunFile(f.Name, f.Sha256))],
        Versions = Versions(),
        Weights = UnequalWeights(configuration.Experiment),
    };

    private static Dictionary<string, double>? UnequalWeights(ExperimentOptions experiment)
    {
        var weights = experiment.Weights.Where(w => w.Value > 0).ToList();
        return weights.Select(w => w.Value).Distinct().Count() > 1
            ? weights.ToDictionary(w => w.Key.Value, w => w.Value)
            : null;
    }

    private static SortedDictionary<string, string> Versions() => new(StringComparer.Ordinal)
    {
        ["orchestrator"] = VersionOf(typeof(FirstManifest)),
        ["dotnet"] = Environment.Version.ToString(),
        ["semanticKernel"] = VersionOf(typeof(Microsoft.SemanticKernel.Kernel)),
        ["agentFramework"] = VersionOf(typeof(Microsoft.Agents.AI.AIAgent)),
        ["duckdb"] = VersionOf(typeof(DuckDB.NET.Data.DuckDBConnection)),
    };

    private static string VersionOf(Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        return version.Split('+')[0];
    }
}
