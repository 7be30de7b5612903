namespace SkOrchestrator.Configuration;

/// <summary>How often a customer may be mailed.</summary>
/// <param name="FrequencyCap">Mails allowed in the period, this one included; 0 = no cap.</param>
/// <param name="Period">The period.</param>
public sealed record ContactPolicy(int FrequencyCap, TimeSpan Period);
