namespace SkOrchestrator.Configuration;

/// <summary>Where engagement comes from; every output names it.</summary>
public enum EngagementSource
{
    /// <summary>Drawn from a declared rate table; never a result about customers.</summary>
    Simulated,

    /// <summary>Labels of the customer file.</summary>
    Historical,

    /// <summary>Imported: event files, a table or counts of a campaign that was sent.</summary>
    Imported,

    /// <summary>Nothing is observed: messages and assignments only.</summary>
    None,
}
