namespace SkOrchestrator.Planning;

/// <summary>An arm of a locked plan.</summary>
/// <param name="Arm">The arm, such as <c>treatment-1</c>.</param>
/// <param name="Tone">The tone of its messages; null for control.</param>
/// <param name="Weight">Its planned share, as configured.</param>
public sealed record PlannedArm(string Arm, string? Tone, double Weight);
