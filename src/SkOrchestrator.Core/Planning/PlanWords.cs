using SkOrchestrator.Configuration;

namespace SkOrchestrator.Planning;

/// <summary>Settings as the configuration and the locked plan spell them.</summary>
public static class PlanWords
{
    /// <summary>The correction.</summary>
    /// <param name="method">The method.</param>
    public static string Of(CorrectionMethod method) => method switch
    {
        CorrectionMethod.Holm => "holm",
        CorrectionMethod.BenjaminiHochberg => "bh",
        _ => "none",
    };

    /// <summary>The monitoring method.</summary>
    /// <param name="method">The method.</param>
    public static string Of(MonitoringMethod method) => method switch
    {
        MonitoringMethod.GroupSequential => "group_sequential",
        MonitoringMethod.ConfidenceSequence => "confidence_sequence",
        _ => "none",
    };
}
