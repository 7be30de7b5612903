using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Which value of a column stands for which arm.</summary>
/// <param name="Column">The column that says what was really sent.</param>
/// <param name="Arms">The arm of each value, control first, treatments in alphabetical order of the values.</param>
public sealed record ArmColumnMapping(string Column, IReadOnlyList<KeyValuePair<string, ArmId>> Arms);
