namespace SkOrchestrator.Analysis;

/// <summary>What became of the mails of an arm.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Assigned">Customers assigned.</param>
/// <param name="Exported">Handed over; null = not known.</param>
/// <param name="Sent">Sent; null = not known.</param>
/// <param name="Delivered">Delivered; null = not known.</param>
/// <param name="Bounced">Bounced; null = not known.</param>
/// <param name="MachineOpened">Customers with an open by a program; null = not known.</param>
public sealed record ArmDelivery(string Arm, long Assigned, long? Exported, long? Sent, long? Delivered, long? Bounced, long? MachineOpened);
