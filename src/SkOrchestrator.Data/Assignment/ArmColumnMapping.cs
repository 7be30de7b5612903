using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Assignment;

/// <summary>Which value of a column stands for which arm.</summary>
/// <param name="Column">The column that says what was really sent.</param>
/// <param name="Arms">The arm of each value, control first, treatments in alphabetical order of the values.</param>
/// <param name="ControlWasMailed">Whether control got a mail; false where its value says none, such as <c>No E-Mail</c>.</param>
public sealed record ArmColumnMapping(string Column, IReadOnlyList<KeyValuePair<string, ArmId>> Arms, bool ControlWasMailed = true)
{
    /// <summary>Whether the values are names of arms themselves, so that they stand for the messages of a run and not for other mails.</summary>
    public bool NamesArms => Arms.All(pair => ArmColumn.NamesArm(pair.Key));
}
