namespace SkOrchestrator.Agents.Prompts;

/// <summary>A variable that a prompt template declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Default">Used where the call gives none.</param>
/// <param name="Sample">A value for previews and tests.</param>
public sealed record PromptVariable(string Name, string Description, string? Default, string? Sample);
