using SkOrchestrator.Identity;

namespace SkOrchestrator.Configuration;

/// <summary>A treatment arm: one tone, realised by a text of its own in each segment.</summary>
/// <param name="Id">The arm.</param>
/// <param name="Tone">The tone its messages are written in.</param>
public sealed record TreatmentArm(ArmId Id, string Tone);
