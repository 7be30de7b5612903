using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>An arm of the file and how many customers stand behind it.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Customers">Customers that are used.</param>
public sealed record ArmTotal(ArmId Arm, long Customers);
