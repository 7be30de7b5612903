namespace SkOrchestrator.Configuration;

/// <summary>Looks before the planned end.</summary>
/// <param name="Method">The method.</param>
/// <param name="Looks">Planned looks, the last one included; 1 to 20. Only read with <see cref="MonitoringMethod.GroupSequential"/>.</param>
public sealed record MonitoringOptions(MonitoringMethod Method, int Looks);
