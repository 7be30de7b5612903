namespace SkOrchestrator.Messages;

/// <summary>How bad a problem of a draft is.</summary>
public enum ProblemSeverity
{
    /// <summary>Kept and shown.</summary>
    Warning,

    /// <summary>Means a new attempt, and after the last one a failed variant.</summary>
    Error,
}
