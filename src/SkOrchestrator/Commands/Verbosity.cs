namespace SkOrchestrator.Commands;

/// <summary>How much the log files hold.</summary>
internal enum Verbosity
{
    /// <summary>Warnings and errors.</summary>
    Quiet,

    /// <summary>What happened.</summary>
    Normal,

    /// <summary>Also how.</summary>
    Detailed,

    /// <summary>Everything there is.</summary>
    Diagnostic,
}
