namespace SkOrchestrator.Experiment;

/// <summary>Customer features and outcomes, grouped by like customers.</summary>
/// <param name="Features">The features.</param>
/// <param name="Metrics">The rates that were counted.</param>
/// <param name="Patterns">One row per arm and combination of levels that occurs.</param>
public sealed record FeatureTable(IReadOnlyList<Feature> Features, IReadOnlyList<string> Metrics, IReadOnlyList<FeaturePattern> Patterns)
{
    /// <summary>No features.</summary>
    public static FeatureTable Empty { get; } = new([], [], []);
}
