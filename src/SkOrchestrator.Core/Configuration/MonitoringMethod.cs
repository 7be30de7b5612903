namespace SkOrchestrator.Configuration;

/// <summary>How results may be looked at before the planned end.</summary>
public enum MonitoringMethod
{
    /// <summary>Not at all: fixed horizon.</summary>
    None,

    /// <summary>At planned looks, with Lan–DeMets bounds of O'Brien–Fleming type.</summary>
    GroupSequential,

    /// <summary>At any time, with an asymptotic confidence sequence.</summary>
    ConfidenceSequence,
}
