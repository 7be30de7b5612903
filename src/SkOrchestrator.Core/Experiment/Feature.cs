namespace SkOrchestrator.Experiment;

/// <summary>A customer feature in levels.</summary>
/// <param name="Name">The feature in words.</param>
/// <param name="Levels">Its levels; the first is the reference that the others are compared with.</param>
public sealed record Feature(string Name, IReadOnlyList<string> Levels);
