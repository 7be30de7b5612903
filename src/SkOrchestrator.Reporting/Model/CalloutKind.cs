namespace SkOrchestrator.Reporting.Model;

/// <summary>How a callout looks.</summary>
internal enum CalloutKind
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Must be known before reading on.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Problem,
}
