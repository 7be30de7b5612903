namespace SkOrchestrator.Agents.Prompts;

/// <summary>The five agents; each has a prompt folder and a plugin of this name.</summary>
internal static class AgentName
{
    public const string Segmentation = "segmentation";
    public const string Retrieval = "retrieval";
    public const string Writer = "writer";
    public const string Safety = "safety";
    public const string Experiment = "experiment";

    public static IReadOnlyList<string> All { get; } = [Segmentation, Retrieval, Writer, Safety, Experiment];
}
